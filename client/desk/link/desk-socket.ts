import type { DeskEvent, DeskRequest } from '../../../server/protocol/desk/index.ts';
import { protocolVersion } from '../../../server/protocol/protocol-version.ts';
import { backoffMs } from '../../transport/backoff.ts';
import { reactionTo } from '../../transport/close-reason.ts';
import { browserPresence, type Presence } from '../../transport/presence.ts';
import { readDeskEvent } from './desk-event.ts';

/**
 * - `signed_out`: the session is over; `refused`: this page may not, or is older than the server; `replaced`: the desk is
 *   open in a newer window. All three stay until `connect`.
 */
export type LineState =
  | 'idle'
  | 'connecting'
  | 'ready'
  | 'lost'
  | 'offline'
  | 'signed_out'
  | 'refused'
  | 'replaced';

export interface DeskSocketOptions {
  address: string;
  /** The token of a guest's link; staff are known by their cookie. */
  guest?: string;
  onEvent: (event: DeskEvent) => void;
  onState: (state: LineState) => void;
  presence?: Presence;
  createSocket?: (address: string) => WebSocket;
}

const watchEveryMs = 1_000;
/** Until the server has said how often to knock. */
const firstPatienceMs = 10_000;

/** The desk's line: comes back by itself after a cut, and then the server says everything anew. */
export class DeskSocket {
  readonly #options: DeskSocketOptions;
  readonly #presence: Presence;
  readonly #stopWatchingPresence: () => void;
  #state: LineState = 'idle';
  #wanted = false;
  #attempt = 0;
  #socket: WebSocket | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setInterval> | undefined;
  #heartbeatMs: number | undefined;
  #heardAt = 0;
  #pingedAt = 0;

  constructor(options: DeskSocketOptions) {
    this.#options = options;
    this.#presence = options.presence ?? browserPresence;
    this.#stopWatchingPresence = this.#presence.onChange(() => this.#presenceChanged());
  }

  get state(): LineState {
    return this.#state;
  }

  connect(): void {
    this.#wanted = true;
    this.#attempt = 0;
    if (this.#socket) return;
    this.#setState('connecting');
    this.#open();
  }

  /** Leaves for good. */
  close(): void {
    this.#wanted = false;
    this.#drop();
    this.#setState('idle');
    this.#stopWatchingPresence();
  }

  /** `false` where the line is away: nothing is sent later. */
  send(request: DeskRequest): boolean {
    if (this.#state !== 'ready') return false;
    this.#socket?.send(JSON.stringify(request));
    return true;
  }

  #open(): void {
    clearTimeout(this.#retry);
    if (!this.#presence.online()) {
      this.#setState('offline');
      return;
    }
    const create = this.#options.createSocket ?? ((address: string) => new WebSocket(address));
    const socket = create(this.#options.address);
    this.#socket = socket;
    const current = () => this.#socket === socket;
    socket.addEventListener('open', () => {
      if (current()) socket.send(JSON.stringify(this.#hello()));
    });
    socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
      if (current()) this.#receive(data);
    });
    socket.addEventListener('close', ({ code, reason }) => {
      if (current()) this.#closed(code, reason);
    });
    this.#heardAt = performance.now();
    this.#watch = setInterval(() => this.#checkLine(), watchEveryMs);
  }

  #hello(): DeskRequest {
    const { guest } = this.#options;
    return { type: 'hello', protocol: protocolVersion, ...(guest === undefined ? {} : { guest }) };
  }

  #receive(text: string): void {
    this.#heardAt = performance.now();
    const event = this.#understand(text);
    if (!event) return;
    if (event.type === 'ready') {
      this.#attempt = 0;
      this.#heartbeatMs = event.heartbeatMs;
      this.#pingedAt = this.#heardAt;
      this.#setState('ready');
    }
    this.#options.onEvent(event);
  }

  #understand(text: string): DeskEvent | undefined {
    try {
      return readDeskEvent(text);
    } catch (error) {
      console.error(error);
      const message = 'This page and the server do not understand each other. Reload the page.';
      return { type: 'refused', code: 'unsupported_protocol', message, retryable: false };
    }
  }

  #checkLine(): void {
    const now = performance.now();
    const patience = this.#heartbeatMs === undefined ? firstPatienceMs : 2 * this.#heartbeatMs;
    if (now - this.#heardAt > patience) this.#closed(1006, '');
    else if (this.#heartbeatMs !== undefined && now - this.#pingedAt >= this.#heartbeatMs) {
      this.#pingedAt = now;
      this.send({ type: 'ping', at: Date.now() });
    }
  }

  #closed(code: number, reason: string): void {
    this.#drop();
    const reaction = code === 4401 ? 'signed_out' : reactionTo(code, reason);
    if (reaction === 'signed_out' || reaction === 'replaced' || reaction === 'refused') {
      this.#wanted = false;
      this.#setState(reaction);
    } else {
      this.#setState('lost');
      this.#retry = setTimeout(() => this.#open(), backoffMs(this.#attempt++));
    }
  }

  #drop(): void {
    clearTimeout(this.#retry);
    clearInterval(this.#watch);
    this.#heartbeatMs = undefined;
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
  }

  #presenceChanged(): void {
    if (!this.#wanted) return;
    if (!this.#presence.online()) {
      this.#drop();
      this.#setState('offline');
    } else if (!this.#socket) this.#open();
  }

  #setState(state: LineState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.onState(state);
  }
}
