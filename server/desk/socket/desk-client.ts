import type { DeskEvent, DeskRequest } from '#protocol';

export type DeskCommand = Exclude<DeskRequest, { type: 'hello' | 'ping' }>;

/** Whoever is on the other side of a desk socket once they said hello. */
export interface DeskClient {
  readonly ready: Extract<DeskEvent, { type: 'ready' }>['who'];
  /** What comes right after `ready`. */
  begin(): Promise<void>;
  /** Answers a request: the link of `done`, where it has one. `call` is answered by an event of its own. */
  take(request: DeskCommand): Promise<{ link?: string }>;
  close(): void;
}

export type Send = (event: DeskEvent) => void;
