import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Compile } from 'typebox/compile';
import { WebSocket } from 'ws';
import { type ClientMessage, type Language, protocolVersion, type Reply, ServerMessage } from '#protocol';

const serverMessage = Compile(ServerMessage);

/** Hexkey did not answer, or answered with an error. */
export class NoReplyError extends Error {
  override name = 'NoReplyError';
}

/** One conversation by typed words and pressed buttons. One turn at a time. */
export interface Talk {
  /** The id of the conversation. */
  conversation: string;
  /** Throws `NoReplyError`. */
  say(text: string): Promise<Reply>;
  /** Presses a button under a reply. Throws `NoReplyError`. */
  press(reply: Reply, choice: string): Promise<Reply>;
  close(): void;
}

const patienceMs = 20_000;

export async function talkTo(options: {
  url: string;
  token: string;
  language: Language;
  /** The address the shopper pretends to come from. */
  address: string;
}): Promise<Talk> {
  const { url, token, language, address } = options;
  const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/voice`, {
    origin: url,
    headers: { 'x-forwarded-for': address },
  });
  let take: ((answer: Reply | NoReplyError) => void) | undefined;
  let ready: ((conversation: string) => void) | undefined;
  let lost: ((error: NoReplyError) => void) | undefined;
  socket.on('message', (data: Buffer, isBinary) => {
    if (isBinary) return;
    const { event } = serverMessage.Parse(JSON.parse(data.toString()));
    if (event.type === 'ready') ready?.(event.conversation);
    else if (event.type === 'reply') take?.(event.reply);
    else if (event.type === 'error') take?.(new NoReplyError(`${event.code}: ${event.message}`));
  });
  socket.on('close', (code, reason) => {
    const error = new NoReplyError(`The conversation was closed: ${code} ${String(reason)}`);
    take?.(error);
    lost?.(error);
  });
  const send = (message: ClientMessage) => socket.send(JSON.stringify(message));
  await once(socket, 'open');
  const conversation = await new Promise<string>((resolve, reject) => {
    ready = resolve;
    lost = reject;
    send({
      type: 'hello',
      protocol: protocolVersion,
      token,
      language,
      audio: { encoding: 'pcm16', sampleRate: 16_000 },
      serverVoice: false,
    });
  });

  const turn = (message: ClientMessage) =>
    new Promise<Reply>((resolve, reject) => {
      const late = setTimeout(() => take?.(new NoReplyError(`No answer in ${patienceMs} ms`)), patienceMs);
      take = (answer) => {
        clearTimeout(late);
        take = undefined;
        if (answer instanceof NoReplyError) reject(answer);
        else resolve(answer);
      };
      send(message);
    });

  return {
    conversation,
    say: (text) => turn({ type: 'text', id: randomUUID(), text }),
    press: (reply, choice) => turn({ type: 'choose', id: randomUUID(), reply: reply.id, choice }),
    close() {
      // Said, so that the session is not kept for a page that comes back.
      send({ type: 'bye' });
      socket.close();
    },
  };
}
