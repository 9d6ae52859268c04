import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Compile } from 'typebox/compile';
import { WebSocket } from 'ws';
import {
  type ClientMessage,
  type Language,
  packMicrophoneFrame,
  protocolVersion,
  type Reply,
  type ServerEvent,
  ServerMessage,
} from '#protocol';
import { bytesOf } from '../../server/speech/testing/hear.ts';
import { NoReplyError } from './talk.ts';

const serverMessage = Compile(ServerMessage);
const patienceMs = 60_000;
/** Milliseconds of sound in a microphone frame. */
const frameMs = 20;

/** What came of something said. */
export interface Answered {
  /** Finals, in order. */
  heard: string[];
  /** Reasons of utterances that were discarded. */
  discarded: string[];
  replies: Reply[];
}

/** One conversation by voice; buttons and typed words work beside it. One turn at a time. */
export interface SpokenTalk {
  /**
   * Sends the sound as fast as it goes, switches the microphone off and waits until every utterance in it is answered.
   * `heard` resolves when the server has heard all that it was sent. With `realTime` it takes as long as it sounds. Throws
   * `NoReplyError`.
   */
  speak(pcm: Int16Array, options: { heard: () => Promise<void>; realTime?: boolean }): Promise<Answered>;
  /** Throws `NoReplyError`. */
  say(text: string): Promise<Reply>;
  press(reply: Reply, choice: string): Promise<Reply>;
  send(message: ClientMessage): void;
  /** Hears every event. */
  onEvent(listener: (event: ServerEvent) => void): void;
  close(): void;
}

export async function speakTo(options: {
  url: string;
  token: string;
  language: Language;
  address: string;
  /** Of the microphone, in Hz. */
  sampleRate: number;
}): Promise<SpokenTalk> {
  const { url, token, language, address, sampleRate } = options;
  const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/voice`, {
    origin: url,
    headers: { 'x-forwarded-for': address },
  });
  const listeners = new Set<(event: ServerEvent) => void>();
  socket.on('message', (data: Buffer, isBinary) => {
    if (isBinary) return;
    const { event } = serverMessage.Parse(JSON.parse(data.toString()));
    for (const listener of [...listeners]) listener(event);
  });
  const send = (message: ClientMessage) => socket.send(JSON.stringify(message));
  await once(socket, 'open');
  await until<true>(
    (event, done) => event.type === 'ready' && done(true),
    () =>
      send({
        type: 'hello',
        protocol: protocolVersion,
        token,
        language,
        audio: { encoding: 'pcm16', sampleRate },
        serverVoice: false,
      }),
  );

  /** Waits for what `take` makes of the events that follow `begin`. */
  function until<T>(
    take: (event: ServerEvent, done: (result: T) => void) => void,
    begin: () => void,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(late);
        listeners.delete(listener);
        socket.off('close', closed);
        settle();
      };
      const closed = (code: number) =>
        end(() => reject(new NoReplyError(`The conversation was closed: ${code}`)));
      const late = setTimeout(
        () => end(() => reject(new NoReplyError(`No answer in ${patienceMs} ms`))),
        patienceMs,
      );
      const listener = (event: ServerEvent) => take(event, (result) => end(() => resolve(result)));
      listeners.add(listener);
      socket.on('close', closed);
      begin();
    });
  }

  let sequence = 0;
  const sendFrames = async (pcm: Int16Array, realTime: boolean) => {
    const step = Math.round((sampleRate * frameMs) / 1000);
    const begun = performance.now();
    for (let at = 0, n = 1; at < pcm.length; at += step, n++) {
      socket.send(packMicrophoneFrame(sequence++, bytesOf(pcm.slice(at, at + step))));
      const ahead = begun + n * frameMs - performance.now();
      if (realTime && ahead > 0) await delay(ahead);
    }
  };

  const replyTo = (message: ClientMessage) =>
    until<Reply | NoReplyError>(
      (event, done) => {
        if (event.type === 'reply') done(event.reply);
        else if (event.type === 'error') done(new NoReplyError(`${event.code}: ${event.message}`));
      },
      () => send(message),
    ).then((answer) => {
      if (answer instanceof NoReplyError) throw answer;
      return answer;
    });

  return {
    speak(pcm, { heard, realTime = false }) {
      const answered: Answered = { heard: [], discarded: [], replies: [] };
      let open = 0;
      let awaited = 0;
      let all = false;
      const check = (done: (result: Answered) => void) => {
        if (all && open <= 0 && awaited <= 0) done(answered);
      };
      return until<Answered>(
        (event, done) => {
          if (event.type === 'speech_started') open++;
          else if (event.type === 'final') {
            open--;
            awaited++;
            answered.heard.push(event.text);
          } else if (event.type === 'discarded') {
            // Of words taken for talk among people, the final came before.
            if (event.reason === 'aside') awaited--;
            else open--;
            answered.discarded.push(event.reason);
          } else if (event.type === 'reply') {
            awaited--;
            answered.replies.push(event.reply);
          } else if (event.type === 'error') awaited--;
          else if (event.type === 'pong')
            // The server takes messages in their order: it has all the sound by now.
            void heard().then(() => {
              all = true;
              check(done);
            });
          check(done);
        },
        () => {
          send({ type: 'listen_start', mode: 'tap' });
          void sendFrames(pcm, realTime).then(() => {
            send({ type: 'listen_stop', lastSequence: sequence - 1 });
            send({ type: 'ping', at: 0, received: 0 });
          });
        },
      );
    },
    say: (text) => replyTo({ type: 'text', id: randomUUID(), text }),
    press: (reply, choice) => replyTo({ type: 'choose', id: randomUUID(), reply: reply.id, choice }),
    send,
    onEvent: (listener) => void listeners.add(listener),
    close() {
      send({ type: 'bye' });
      socket.close();
    },
  };
}
