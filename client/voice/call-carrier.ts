import type { CallRequest, SealedCallEvent } from '#protocol';
import type { CallCarriage, CallListener } from './contract.ts';

type Post = (message: { type: 'call'; id: string; call: string; request: CallRequest }) => void;

/** Calls whose signalling travels over the voice socket. */
export class CallCarrier {
  readonly #post: Post;
  readonly #listeners = new Map<string, CallListener>();
  #up = false;

  constructor(post: Post) {
    this.#post = post;
  }

  carry(call: string, listener: CallListener): CallCarriage {
    this.#listeners.set(call, listener);
    if (!this.#up) listener.lineDown();
    return {
      post: ({ id, request }) => this.#post({ type: 'call', id, call, request }),
      stop: () => {
        if (this.#listeners.get(call) === listener) this.#listeners.delete(call);
      },
    };
  }

  receive(call: string, event: SealedCallEvent): void {
    this.#listeners.get(call)?.receive(event);
  }

  lineUp(kept: boolean): void {
    this.#up = true;
    for (const listener of this.#listeners.values()) listener.lineUp(kept);
  }

  lineDown(): void {
    if (!this.#up) return;
    this.#up = false;
    for (const listener of this.#listeners.values()) listener.lineDown();
  }
}
