import type { CallEvent, CallRole } from '#protocol';
import type { CallEngine, CreateCallEngine, CreateCallLink, FedCallLink } from '../../call/contract.ts';
import { createSnapshotStore } from '../../snapshot-store.ts';
import type { DeskCallListener, DeskSession } from '../state/desk.ts';

/** The part of `client/call` that makes calls; weighty, so loaded with the first one. */
export interface CallParts {
  createCallLink: CreateCallLink;
  createCallEngine: CreateCallEngine;
}

interface Place {
  role: CallRole;
  link: FedCallLink;
  engine: CallEngine;
}

/** The calls that are open on this page, each with its engine. */
export class CallDeck implements DeskCallListener {
  readonly #desk: DeskSession;
  readonly #load: () => Promise<CallParts>;
  readonly #store = createSnapshotStore<{ places: ReadonlyMap<string, Place> }>({ places: new Map() });
  readonly subscribe = this.#store.subscribe;
  readonly #wanted = new Set<string>();
  #up = true;

  constructor(desk: DeskSession, load: () => Promise<CallParts>) {
    this.#desk = desk;
    this.#load = load;
  }

  engineOf(call: string): CallEngine | undefined {
    return this.#places.get(call)?.engine;
  }

  /** Makes the engine of a call that is there to be joined. Rejects where the code for calls cannot be loaded. */
  async open(call: string, role: CallRole): Promise<void> {
    // Who listened in and has the conversation now joins anew, to be heard by everybody.
    if ((this.#places.get(call)?.role ?? role) !== role) this.release(call);
    if (this.#wanted.has(call)) return;
    this.#wanted.add(call);
    const { createCallLink, createCallEngine } = await this.#load().catch((error: unknown) => {
      this.#wanted.delete(call);
      throw error;
    });
    if (!this.#wanted.has(call)) return;
    const link = createCallLink({ call, post: ({ id, request }) => this.#desk.sendCall(call, id, request) });
    if (!this.#up) link.lineDown();
    const engine = createCallEngine({ link, role });
    this.#store.update({ places: new Map(this.#places).set(call, { role, link, engine }) });
  }

  /** Leaves the call and lets go of its devices. */
  release(call: string): void {
    this.#wanted.delete(call);
    this.#places.get(call)?.engine.dispose();
    const places = new Map(this.#places);
    if (places.delete(call)) this.#store.update({ places });
  }

  /** Keeps these calls and releases all others. */
  keepOnly(calls: ReadonlySet<string>): void {
    for (const call of [...this.#wanted]) if (!calls.has(call)) this.release(call);
  }

  event(call: string, event: CallEvent): void {
    this.#places.get(call)?.link.receive(event);
  }

  line(up: boolean): void {
    if (up === this.#up) return;
    this.#up = up;
    for (const { link } of this.#places.values()) {
      if (up) link.lineUp(false);
      else link.lineDown();
    }
  }

  get #places(): ReadonlyMap<string, Place> {
    return this.#store.getSnapshot().places;
  }
}
