import { idleCloseCode, takenOverCloseCode } from '#protocol/close-code';

export type ReconnectingState = 'idle' | 'connecting' | 'ready' | 'lost' | 'offline';

/** What follows a closed socket: a new one soon, when somebody looks or has something to say, or not before `connect`. */
export interface Afterwards<Extra extends string> {
  state: 'lost' | Extra;
  next: 'retry' | 'sleep' | 'stop';
}

/** Whether trying to connect makes sense, and when that may have changed. */
interface PagePresence {
  online(): boolean;
  /** The page is being looked at. */
  attended(): boolean;
  /** Calls `listener` when the network is there again or gone, and when the page is looked at again. */
  onChange(listener: () => void): () => void;
}

const browserPresence: PagePresence = {
  online: () => navigator.onLine,
  attended: () => document.visibilityState === 'visible',
  onChange(listener) {
    const whenVisible = () => {
      if (browserPresence.attended()) listener();
    };
    window.addEventListener('online', listener);
    window.addEventListener('offline', listener);
    document.addEventListener('visibilitychange', whenVisible);
    return () => {
      window.removeEventListener('online', listener);
      window.removeEventListener('offline', listener);
      document.removeEventListener('visibilitychange', whenVisible);
    };
  },
};

export interface ReconnectingSocketOptions<Extra extends string> {
  address: string;
  /** The first message of every new socket. After a rejection it is asked again later. */
  greet: () => Promise<string>;
  onMessage: (data: string | ArrayBuffer) => void;
  onState: (state: ReconnectingState | Extra) => void;
  afterClose: (code: number, reason: string) => Afterwards<Extra>;
  /** Sent with every heartbeat. */
  ping: () => string;
  /** Milliseconds within which the server is sure to answer now; without it, or `undefined`, two heartbeats. */
  answerDueMs?: () => number | undefined;
  presence?: PagePresence | undefined;
  createSocket?: ((address: string) => WebSocket) | undefined;
}

const watchEveryMs = 1_000;
/** A watch that comes later than this has slept: browsers let pages in the background look about once a minute. */
const sleptMs = 5 * watchEveryMs;
/** Until the server has said how often to knock. */
const firstHeartbeatMs = 5_000;

/**
 * A WebSocket that comes back by itself after a cut, a dead line or a night's sleep. What both ends say to one another,
 * and when a new socket counts as `ready`, is its owner's.
 */
export class ReconnectingSocket<Extra extends string> {
  readonly #options: ReconnectingSocketOptions<Extra>;
  readonly #presence: PagePresence;
  readonly #stopWatchingPresence: () => void;
  #state: ReconnectingState | Extra = 'idle';
  #wanted = false;
  #asleep = false;
  #attempt = 0;
  /** Counts sockets: what an older one still reports is not heeded. */
  #generation = 0;
  #socket: WebSocket | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setInterval> | undefined;
  #heartbeatMs = firstHeartbeatMs;
  #heardAt = 0;
  #pingedAt = 0;
  #watchedAt = 0;
  /** Nothing was heard since the last knock. */
  #knocked = false;

  constructor(options: ReconnectingSocketOptions<Extra>) {
    this.#options = options;
    this.#presence = options.presence ?? browserPresence;
    this.#stopWatchingPresence = this.#presence.onChange(() => this.#presenceChanged());
  }

  get state(): ReconnectingState | Extra {
    return this.#state;
  }

  connect(): void {
    this.#wanted = true;
    this.#attempt = 0;
    if (this.#socket) return;
    this.#setState('connecting');
    void this.#open();
  }

  /** Leaves for good. */
  close(): void {
    this.#wanted = false;
    this.#drop();
    this.#setState('idle');
    this.#stopWatchingPresence();
  }

  /** A new socket at once, for example because the greeting would be another now. */
  reconnect(): void {
    if (!this.#wanted) return;
    this.#drop();
    void this.#open();
  }

  /** The server took the greeting and wants to be knocked at this often. */
  ready(heartbeatMs: number): void {
    this.#attempt = 0;
    this.#heartbeatMs = heartbeatMs;
    this.#setState('ready');
    this.#ping();
  }

  /** `false` where the line is away: nothing is sent later. */
  send(data: string | Uint8Array<ArrayBuffer>): boolean {
    if (this.#state !== 'ready') return false;
    this.#socket?.send(data);
    return true;
  }

  /** There is something to say: ends a sleep. */
  wake(): void {
    if (this.#asleep) void this.#open();
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
      const greeting = await this.#options.greet();
      if (generation === this.#generation) this.#start(greeting);
    } catch {
      if (generation === this.#generation) this.#closed(1006, '');
    }
  }

  #start(greeting: string): void {
    const create = this.#options.createSocket ?? ((address: string) => new WebSocket(address));
    const socket = create(this.#options.address);
    socket.binaryType = 'arraybuffer';
    this.#socket = socket;
    const current = () => this.#socket === socket;
    socket.addEventListener('open', () => {
      if (current()) socket.send(greeting);
    });
    socket.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => {
      if (!current()) return;
      this.#heardAt = performance.now();
      this.#knocked = false;
      this.#options.onMessage(data);
    });
    socket.addEventListener('close', ({ code, reason }) => {
      if (current()) this.#closed(code, reason);
    });
    this.#heardAt = performance.now();
    this.#knocked = false;
    this.#watchedAt = this.#heardAt;
    this.#watch = setInterval(() => this.#check(), watchEveryMs);
  }

  #check(): void {
    const now = performance.now();
    const slept = now - this.#watchedAt > sleptMs;
    this.#watchedAt = now;
    // Nobody has knocked meanwhile, and so nobody had to answer: silence counts from now on.
    if (slept && !this.#knocked) this.#heardAt = now;
    const patience = this.#options.answerDueMs?.() ?? 2 * this.#heartbeatMs;
    if (now - this.#heardAt > patience) this.reconnect();
    else if (this.#state === 'ready' && now - this.#pingedAt >= this.#heartbeatMs) this.#ping();
  }

  #ping(): void {
    this.#pingedAt = performance.now();
    this.#knocked = true;
    this.send(this.#options.ping());
  }

  #closed(code: number, reason: string): void {
    this.#drop();
    const { state, next } = this.#options.afterClose(code, reason);
    if (next === 'stop') this.#wanted = false;
    this.#asleep = next === 'sleep' && !this.#presence.attended();
    this.#setState(state);
    if (this.#wanted && !this.#asleep)
      this.#retry = setTimeout(() => void this.#open(), backoffMs(this.#attempt++));
  }

  #drop(): void {
    clearTimeout(this.#retry);
    clearInterval(this.#watch);
    this.#generation += 1;
    this.#heartbeatMs = firstHeartbeatMs;
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

  #setState(state: ReconnectingState | Extra): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.onState(state);
  }
}

/**
 * How long to wait before the next attempt, in milliseconds: doubling from 300 ms to 20 s, and somewhere in the upper
 * half of that, so that clients of a restarted server do not all come back in the same moment.
 */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(20_000, 300 * 2 ** attempt);
  return ceiling * (0.5 + random() / 2);
}

/**
 * What a client does about a closed socket: `retry` soon, `renew` (retry once with a fresh token), `wait` for room,
 * `sleep` until someone looks or
 * has something to say, or stop: `refused`, `replaced`.
 */
export type CloseReaction = 'retry' | 'renew' | 'wait' | 'sleep' | 'refused' | 'replaced';

export function reactionTo(code: number, reason: string): CloseReaction {
  // Has the same status as a conflict, and so the same code.
  if (reason === 'too_late') return 'refused';
  if (code === takenOverCloseCode) return 'replaced';
  if (code === idleCloseCode) return 'sleep';
  if (reason === 'token_expired') return 'renew';
  if (reason === 'overloaded' || reason === 'rate_limited') return 'wait';
  if (code >= 4400 && code < 4500) return 'refused';
  return 'retry';
}
