import { readReplyFrame } from '../../server/protocol/audio-frame.ts';
import { protocolVersion } from '../../server/protocol/protocol-version.ts';
import type { ClientMessage, PageEvent, PageMessage } from '../../server/protocol/voice.ts';
import { backoffMs } from './backoff.ts';
import { reactionTo } from './close-reason.ts';
import { browserPresence, type Presence } from './presence.ts';
import { type ListenMessage, SendLog } from './send-log.ts';
import { TurnLog, type TurnMessage } from './turn-log.ts';

export type SocketState =
  | 'idle'
  | 'connecting'
  | 'ready'
  | 'lost'
  | 'offline'
  | 'busy'
  | 'refused'
  | 'replaced';

type Hello = Extract<ClientMessage, { type: 'hello' }>;
type Ready = Extract<PageEvent, { type: 'ready' }>;
type Passing = Extract<
  ClientMessage,
  { type: 'playback' | 'language' | 'voice' | 'guide' | 'call' | 'bye' | 'ping' }
>;

export interface VoiceSocketOptions {
  address: string;
  /** Asked at every connection. After a rejection it is asked again later. */
  token: () => Promise<string>;
  hello: () => Promise<Pick<Hello, 'language' | 'audio' | 'serverVoice' | 'conversation' | 'guide'>>;
  /** Each event once, in order, whatever happens to sockets. `n` is 0 for those about the socket itself. */
  onEvent: (event: PageEvent, n: number) => void;
  onVoice: (frame: { reply: number; sentence: number; pcm: Int16Array }) => void;
  onState: (state: SocketState) => void;
  presence?: Presence;
  createSocket?: (address: string) => WebSocket;
}

/** While audio is unacknowledged the server answers several times a second: silence this long means the line is dead. */
const deafAfterMs = 5_000;
const watchEveryMs = 1_000;

/** A connection that outlives its sockets: nothing said, typed or answered is lost or doubled when one is cut. */
export class VoiceSocket {
  readonly #options: VoiceSocketOptions;
  readonly #presence: Presence;
  readonly #listening = new SendLog();
  readonly #turns = new TurnLog();
  readonly #stopWatchingPresence: () => void;
  #state: SocketState = 'idle';
  #wanted = false;
  #asleep = false;
  #renewed = false;
  #attempt = 0;
  /** Counts sockets: what an older one still reports is not heeded. */
  #generation = 0;
  #socket: WebSocket | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setInterval> | undefined;
  #ready: Ready | undefined;
  #received = 0;
  #heardAt = 0;
  #pingedAt = 0;

  constructor(options: VoiceSocketOptions) {
    this.#options = options;
    this.#presence = options.presence ?? browserPresence;
    this.#stopWatchingPresence = this.#presence.onChange(() => this.#presenceChanged());
  }

  get state(): SocketState {
    return this.#state;
  }

  connect(): void {
    this.#wanted = true;
    this.#attempt = 0;
    if (this.#socket) return;
    this.#setState('connecting');
    void this.#open();
  }

  /** Leaves for good: the server forgets the session. */
  close(): void {
    this.#wanted = false;
    if (this.#state === 'ready') this.#pass({ type: 'bye' });
    this.#drop();
    this.#ready = undefined;
    this.#setState('idle');
    this.#stopWatchingPresence();
  }

  /** A new socket under the same session, for example because `hello` would be another now. */
  reconnect(): void {
    if (!this.#wanted) return;
    this.#drop();
    void this.#open();
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
    this.#wake();
    this.#flush();
  }

  sendTurn(message: TurnMessage): void {
    this.#turns.add(message);
    if (this.#state === 'ready') this.#send(message);
    else this.#wake();
  }

  /** Of the moment only: not sent later when the socket is away. */
  send(message: Exclude<Passing, { type: 'bye' | 'ping' }>): void {
    if (this.#state === 'ready') this.#pass(message);
  }

  async #open(): Promise<void> {
    clearTimeout(this.#retry);
    this.#asleep = false;
    if (!this.#presence.online()) {
      this.#setState('offline');
      return;
    }
    const generation = ++this.#generation;
    try {
      const [token, hello, { readServerMessage }] = await Promise.all([
        this.#options.token(),
        this.#options.hello(),
        import('./server-message.ts'),
      ]);
      if (generation !== this.#generation) return;
      this.#start(
        { type: 'hello', protocol: protocolVersion, token, ...hello, ...this.#resumption() },
        readServerMessage,
      );
    } catch {
      if (generation === this.#generation) this.#closed(1006, '');
    }
  }

  #resumption(): Pick<Hello, 'resume'> {
    return this.#ready ? { resume: { token: this.#ready.resumeToken, received: this.#received } } : {};
  }

  #start(hello: Hello, read: (text: string) => PageMessage): void {
    const create = this.#options.createSocket ?? ((address: string) => new WebSocket(address));
    const socket = create(this.#options.address);
    socket.binaryType = 'arraybuffer';
    this.#socket = socket;
    const current = () => this.#socket === socket;
    socket.addEventListener('open', () => {
      if (current()) socket.send(JSON.stringify(hello));
    });
    socket.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => {
      if (!current()) return;
      this.#heardAt = performance.now();
      if (typeof data !== 'string') this.#receiveVoice(new Uint8Array(data));
      else this.#receive(this.#understand(data, read));
    });
    socket.addEventListener('close', ({ code, reason }) => {
      if (current()) this.#closed(code, reason);
    });
    this.#heardAt = performance.now();
    this.#watch = setInterval(() => this.#checkLine(), watchEveryMs);
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
    this.#attempt = 0;
    this.#renewed = false;
    this.#setState('ready');
    this.#ping();
    this.#flush();
    for (const turn of this.#turns.open) this.#send(turn);
  }

  #acknowledged(next: number): void {
    this.#listening.acknowledge(next);
    this.#flush();
  }

  #flush(): void {
    if (this.#state !== 'ready' || !this.#ready) return;
    for (const item of this.#listening.take(this.#ready.maxUnacknowledgedBytes))
      if (item instanceof Uint8Array) this.#socket?.send(item);
      else this.#send(item);
  }

  #send(message: ClientMessage): void {
    this.#socket?.send(JSON.stringify(message));
  }

  #pass(message: Passing): void {
    this.#send(message);
  }

  #ping(): void {
    this.#pingedAt = performance.now();
    this.#pass({ type: 'ping', at: Date.now(), received: this.#received });
  }

  #checkLine(): void {
    const now = performance.now();
    const heartbeatMs = this.#ready?.heartbeatMs ?? deafAfterMs;
    const patience = this.#listening.bytesOnTheWay > 0 ? deafAfterMs : 2 * heartbeatMs;
    if (now - this.#heardAt > patience) this.reconnect();
    else if (this.#state === 'ready' && now - this.#pingedAt >= heartbeatMs) this.#ping();
  }

  #closed(code: number, reason: string): void {
    this.#drop();
    const reaction = reactionTo(code, reason);
    if (reaction === 'replaced') this.#halt('replaced');
    else if (reaction === 'refused' || (reaction === 'renew' && this.#renewed)) this.#halt('refused');
    else if (reaction === 'sleep' && !this.#presence.attended()) {
      this.#asleep = true;
      this.#setState('lost');
    } else {
      this.#renewed ||= reaction === 'renew';
      this.#setState(reaction === 'wait' ? 'busy' : 'lost');
      this.#retry = setTimeout(() => void this.#open(), backoffMs(this.#attempt++));
    }
  }

  /** Stays away until `connect`. */
  #halt(state: 'refused' | 'replaced'): void {
    this.#wanted = false;
    if (state === 'refused') this.#ready = undefined;
    this.#setState(state);
  }

  #drop(): void {
    clearTimeout(this.#retry);
    clearInterval(this.#watch);
    this.#generation += 1;
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
    if (this.#state === 'ready') this.#setState('lost');
  }

  #presenceChanged(): void {
    if (!this.#wanted) return;
    if (!this.#presence.online()) {
      this.#drop();
      this.#setState('offline');
    } else if (!this.#socket) void this.#open();
  }

  #wake(): void {
    if (this.#asleep) void this.#open();
  }

  #setState(state: SocketState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.onState(state);
  }
}
