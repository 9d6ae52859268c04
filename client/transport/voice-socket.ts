import { readReplyFrame } from '#protocol/audio-frame';
import { protocolVersion } from '#protocol/protocol-version';
import type { ClientMessage, PageEvent, PageMessage } from '#protocol/voice';
import {
  type Afterwards,
  ReconnectingSocket,
  type ReconnectingSocketOptions,
  type ReconnectingState,
  reactionTo,
} from './reconnecting-socket.ts';
import { type ListenMessage, SendLog } from './send-log.ts';

/** `busy`: the server has no room now; `refused` and `replaced` (by a newer window) stay until `connect`. */
type Extra = 'busy' | 'refused' | 'replaced';
export type SocketState = ReconnectingState | Extra;

type Hello = Extract<ClientMessage, { type: 'hello' }>;
type Ready = Extract<PageEvent, { type: 'ready' }>;
type Passing = Extract<
  ClientMessage,
  { type: 'playback' | 'language' | 'voice' | 'guide' | 'call' | 'bye' | 'ping' }
>;

export interface VoiceSocketOptions
  extends Pick<ReconnectingSocketOptions<Extra>, 'address' | 'presence' | 'createSocket' | 'onState'> {
  /** Asked at every connection. After a rejection it is asked again later. */
  token: () => Promise<string>;
  hello: () => Promise<
    Pick<Hello, 'language' | 'audio' | 'serverVoice' | 'spoken' | 'conversation' | 'guide'>
  >;
  /** Each event once, in order, whatever happens to sockets. `n` is 0 for those about the socket itself. */
  onEvent: (event: PageEvent, n: number) => void;
  onVoice: (frame: { reply: number; sentence: number; pcm: Int16Array }) => void;
}

/** While audio is unacknowledged the server answers several times a second: silence this long means the line is dead. */
const deafAfterMs = 5_000;

type TurnMessage = Extract<ClientMessage, { type: 'text' | 'choose' }>;

/**
 * Turns that have no reply yet, sent again on every new socket: under its id the server carries out each once. Spoken
 * turns are kept as their words, in case the server goes down between hearing and answering them.
 */
export class TurnLog {
  readonly #open = new Map<string, TurnMessage>();
  #answering: string | undefined;
  /** The newest reply. */
  #reply: string | undefined;

  add(message: TurnMessage): void {
    this.#open.set(message.id, message);
  }

  follow(event: PageEvent): void {
    if (event.type === 'shopper_said' && event.entry.who === 'shopper') {
      const { id, text, source } = event.entry;
      this.#answering = id;
      if (source === 'voice')
        this.#open.set(id, {
          type: 'text',
          id,
          text,
          ...(this.#reply !== undefined && { under: this.#reply }),
        });
    } else if (event.type === 'reply') {
      this.#reply = event.reply.id;
      if (this.#answering !== undefined) this.#open.delete(this.#answering);
      this.#answering = undefined;
    } else if (event.type === 'error' && event.id !== undefined) this.#open.delete(event.id);
  }

  get open(): TurnMessage[] {
    return [...this.#open.values()];
  }
}

/** A connection that outlives its sockets: nothing said, typed or answered is lost or doubled when one is cut. */
export class VoiceSocket {
  readonly #options: VoiceSocketOptions;
  readonly #line: ReconnectingSocket<Extra>;
  readonly #listening = new SendLog();
  readonly #turns = new TurnLog();
  #read: ((text: string) => PageMessage) | undefined;
  #renewed = false;
  #ready: Ready | undefined;
  #received = 0;

  constructor(options: VoiceSocketOptions) {
    this.#options = options;
    this.#line = new ReconnectingSocket<Extra>({
      address: options.address,
      presence: options.presence,
      createSocket: options.createSocket,
      greet: () => this.#greet(),
      onMessage: (data) => this.#take(data),
      onState: options.onState,
      afterClose: (code, reason) => this.#afterClose(code, reason),
      ping: () =>
        JSON.stringify({ type: 'ping', at: Date.now(), received: this.#received } satisfies Passing),
      answerDueMs: () => (this.#listening.bytesOnTheWay > 0 ? deafAfterMs : undefined),
    });
  }

  get state(): SocketState {
    return this.#line.state;
  }

  connect(): void {
    this.#line.connect();
  }

  /** Leaves for good: the server forgets the session. */
  close(): void {
    this.#pass({ type: 'bye' });
    this.#line.close();
    this.#ready = undefined;
  }

  /** A new socket under the same session, for example because `hello` would be another now. */
  reconnect(): void {
    this.#line.reconnect();
  }

  /** `false` when so much waits for a lost socket that it cannot be taken. */
  sendAudio(payload: Uint8Array): boolean {
    if (this.#listening.full) return false;
    this.#listening.add(payload);
    this.#flush();
    return true;
  }

  sendListen(message: Extract<ListenMessage, { type: 'listen_start' }> | { type: 'listen_stop' }): void {
    if (message.type === 'listen_start') this.#listening.start(message);
    else this.#listening.stop();
    this.#line.wake();
    this.#flush();
  }

  sendTurn(message: TurnMessage): void {
    this.#turns.add(message);
    if (!this.#send(message)) this.#line.wake();
  }

  /** Of the moment only: not sent later when the socket is away. */
  send(message: Exclude<Passing, { type: 'bye' | 'ping' }>): void {
    this.#pass(message);
  }

  async #greet(): Promise<string> {
    const [token, hello, { readServerMessage }] = await Promise.all([
      this.#options.token(),
      this.#options.hello(),
      import('./server-message.ts'),
    ]);
    this.#read = readServerMessage;
    const greeting: Hello = {
      type: 'hello',
      protocol: protocolVersion,
      token,
      ...hello,
      ...this.#resumption(),
    };
    return JSON.stringify(greeting);
  }

  #resumption(): Pick<Hello, 'resume'> {
    return this.#ready ? { resume: { token: this.#ready.resumeToken, received: this.#received } } : {};
  }

  #take(data: string | ArrayBuffer): void {
    if (typeof data !== 'string') this.#receiveVoice(new Uint8Array(data));
    else if (this.#read) this.#receive(this.#understand(data, this.#read));
  }

  #understand(text: string, read: (text: string) => PageMessage): PageMessage {
    try {
      return read(text);
    } catch (error) {
      console.error(error);
      const message = 'This page and the server do not understand each other. Reload the page.';
      return { n: 0, event: { type: 'error', code: 'unsupported_protocol', message, retryable: false } };
    }
  }

  #receiveVoice(bytes: Uint8Array): void {
    const frame = readReplyFrame(bytes);
    if (frame) this.#options.onVoice(frame);
  }

  #receive({ n, event }: PageMessage): void {
    if (n > 0 && n <= this.#received) return;
    if (n > 0) this.#received = n;
    if (event.type === 'ready') this.#greeted(event);
    if (event.type === 'audio_ack') this.#acknowledged(event.next);
    this.#turns.follow(event);
    this.#options.onEvent(event, n);
  }

  #greeted(ready: Ready): void {
    if (ready.resumed) {
      this.#listening.acknowledge(ready.nextAudio);
      this.#listening.rewind();
    } else {
      this.#received = 0;
      this.#listening.renumber();
    }
    this.#ready = ready;
    this.#renewed = false;
    this.#line.ready(ready.heartbeatMs);
    this.#flush();
    for (const turn of this.#turns.open) this.#send(turn);
  }

  #acknowledged(next: number): void {
    this.#listening.acknowledge(next);
    this.#flush();
  }

  #flush(): void {
    if (this.state !== 'ready' || !this.#ready) return;
    for (const item of this.#listening.take(this.#ready.maxUnacknowledgedBytes))
      if (item instanceof Uint8Array) this.#line.send(item);
      else this.#send(item);
  }

  #send(message: ClientMessage): boolean {
    return this.#line.send(JSON.stringify(message));
  }

  #pass(message: Passing): void {
    this.#send(message);
  }

  #afterClose(code: number, reason: string): Afterwards<Extra> {
    const reaction = reactionTo(code, reason);
    if (reaction === 'replaced') return { state: 'replaced', next: 'stop' };
    if (reaction === 'refused' || (reaction === 'renew' && this.#renewed)) {
      this.#ready = undefined;
      return { state: 'refused', next: 'stop' };
    }
    if (reaction === 'sleep') return { state: 'lost', next: 'sleep' };
    this.#renewed ||= reaction === 'renew';
    return { state: reaction === 'wait' ? 'busy' : 'lost', next: 'retry' };
  }
}
