import { once } from 'node:events';
import { Compile } from 'typebox/compile';
import { WebSocket } from 'ws';
import {
  type ClientMessage,
  packMicrophoneFrame,
  protocolVersion,
  readReplyFrame,
  type ServerEvent,
  ServerMessage,
} from '#protocol';

type EventType = ServerEvent['type'];
type EventOf<Type extends EventType> = Extract<ServerEvent, { type: Type }>;
type Hello = Extract<ClientMessage, { type: 'hello' }>;

const serverMessage = Compile(ServerMessage);

/** A client of the voice socket that checks every message against the protocol and waits for events, never for time. */
export class Talker {
  readonly socket: WebSocket;
  /** In the order of arrival; `n` 0 included. */
  readonly messages: ServerMessage[] = [];
  readonly voice: { reply: number; sentence: number; pcm: Int16Array }[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;
  /** Sequence number of the next audio frame. */
  sequence = 0;
  #read = 0;
  #wake = () => {};

  constructor(address: string, origin?: string) {
    this.socket = new WebSocket(address, origin === undefined ? {} : { origin });
    this.closed = once(this.socket, 'close').then(([code, reason]) => ({ code, reason: String(reason) }));
    this.closed.catch(() => undefined);
    this.socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) {
        const frame = readReplyFrame(data);
        if (!frame) throw new Error('The server sent bytes that are no reply frame');
        this.voice.push(frame);
      } else this.messages.push(serverMessage.Parse(JSON.parse(data.toString())));
      this.#wake();
    });
    this.socket.on('close', () => this.#wake());
  }

  /** Connects and says hello. */
  static async enter(address: string, hello: Partial<Hello> = {}): Promise<[Talker, EventOf<'ready'>]> {
    const talker = new Talker(address);
    await once(talker.socket, 'open');
    talker.hello(hello);
    return [talker, await talker.next('ready')];
  }

  hello(hello: Partial<Hello> = {}): void {
    this.send({
      type: 'hello',
      protocol: protocolVersion,
      token: 'ada',
      language: 'en',
      audio: { encoding: 'pcm16', sampleRate: 16_000 },
      serverVoice: false,
      ...hello,
    });
  }

  send(message: ClientMessage): void {
    this.socket.send(JSON.stringify(message));
  }

  sendAudio(payload: Uint8Array, sequence = this.sequence): void {
    this.socket.send(packMicrophoneFrame(sequence, payload));
    this.sequence = sequence + 1;
  }

  /** The next event of that type which fits, whatever lies between; fails when the socket closes before. */
  async next<Type extends EventType>(
    type: Type,
    fits: (event: EventOf<Type>) => boolean = () => true,
  ): Promise<EventOf<Type>> {
    for (;;) {
      for (; this.#read < this.messages.length; this.#read++) {
        const event = this.messages[this.#read]?.event;
        if (event?.type !== type || !fits(event as EventOf<Type>)) continue;
        this.#read++;
        return event as EventOf<Type>;
      }
      if (this.socket.readyState === WebSocket.CLOSED) throw new Error(`Closed while waiting for ${type}`);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Waits until the server has read everything sent so far. */
  async settled(received = this.received): Promise<void> {
    const at = Math.random();
    this.send({ type: 'ping', at, received });
    await this.next('pong', (pong) => pong.at === at);
  }

  /** The highest number seen. */
  get received(): number {
    return Math.max(0, ...this.messages.map((message) => message.n));
  }

  types(): EventType[] {
    return this.messages.map((message) => message.event.type);
  }

  /** Cuts the connection without a word, as a tunnel does. */
  async cut(): Promise<void> {
    this.socket.terminate();
    await this.closed;
  }
}
