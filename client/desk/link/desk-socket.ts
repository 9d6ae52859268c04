import type { DeskEvent, DeskRequest } from '#protocol/desk/index';
import { protocolVersion } from '#protocol/protocol-version';
import {
  type Afterwards,
  ReconnectingSocket,
  type ReconnectingSocketOptions,
  reactionTo,
  type ReconnectingState as State,
} from '../../transport/index.ts';
import { isDeskEvent } from '../checks.ts';

/**
 * `signed_out`: the session is over; `refused`: this page may not, or is older than the server; `replaced`: the desk is
 * open in a newer window. All three stay until `connect`.
 */
type Extra = 'signed_out' | 'refused' | 'replaced';
export type DeskLineState = State | Extra;

export interface DeskSocketOptions
  extends Pick<ReconnectingSocketOptions<Extra>, 'address' | 'presence' | 'createSocket' | 'onState'> {
  /** The token of a guest's link; staff are known by their cookie. */
  guest?: string;
  onEvent: (event: DeskEvent) => void;
}

/** The desk's line: after a cut it comes back by itself, and the server says everything anew. */
export class DeskSocket {
  readonly #line: ReconnectingSocket<Extra>;
  readonly #onEvent: DeskSocketOptions['onEvent'];

  constructor({ guest, onEvent, ...options }: DeskSocketOptions) {
    this.#onEvent = onEvent;
    this.#line = new ReconnectingSocket<Extra>({
      ...options,
      greet: async () => write({ type: 'hello', protocol: protocolVersion, ...(guest && { guest }) }),
      onMessage: (data) => this.#receive(String(data)),
      afterClose,
      ping: () => write({ type: 'ping', at: Date.now() }),
    });
  }

  get state(): DeskLineState {
    return this.#line.state;
  }

  connect(): void {
    this.#line.connect();
  }

  /** A new line at once: the session behind it is another now. */
  reconnect(): void {
    this.#line.connect();
    this.#line.reconnect();
  }

  /** Leaves for good. */
  close(): void {
    this.#line.close();
  }

  /** `false` where the line is away: nothing is sent later. */
  send(request: DeskRequest): boolean {
    return this.#line.send(write(request));
  }

  #receive(text: string): void {
    const event = understand(text);
    if (event.type === 'ready') this.#line.ready(event.heartbeatMs);
    this.#onEvent(event);
  }
}

const write = (request: DeskRequest): string => JSON.stringify(request);

function understand(text: string): DeskEvent {
  try {
    return readDeskEvent(text);
  } catch (error) {
    console.error(error);
    const message = 'This page and the server do not understand each other. Reload the page.';
    return { type: 'refused', code: 'unsupported_protocol', message, retryable: false };
  }
}

function afterClose(code: number, reason: string): Afterwards<Extra> {
  const reaction = code === 4401 ? 'signed_out' : reactionTo(code, reason);
  return reaction === 'signed_out' || reaction === 'replaced' || reaction === 'refused'
    ? { state: reaction, next: 'stop' }
    : { state: 'lost', next: 'retry' };
}

/** Throws on anything that is no event of this protocol. */
export function readDeskEvent(text: string): DeskEvent {
  const value: unknown = JSON.parse(text);
  if (isDeskEvent(value)) return value;
  throw new Error('The server sent what is no event of the desk');
}
