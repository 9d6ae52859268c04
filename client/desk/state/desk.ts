import type { CallEvent, CallRequest, DeskEvent, DeskRequest, Presence } from '#protocol';
import { newId } from '../../new-id.ts';
import { createSnapshotStore } from '../../snapshot-store.ts';
import { type DeskLineState, DeskSocket, type DeskSocketOptions } from '../link/desk-socket.ts';
import { afterDeskEvent, change } from './after-desk-event.ts';
import { type DeskSnapshot, emptyDesk, type Trouble } from './snapshot.ts';

type Asked = Extract<DeskRequest, { id: string }>;
/** A request before it has an id. */
type Asking = Asked extends infer One ? (One extends Asked ? Omit<One, 'id'> : never) : never;

export type Outcome = { done: true; link: string | undefined } | { done: false; trouble: Trouble };

/** Whom the signalling of calls is passed on to. */
export interface DeskCallListener {
  event(call: string, event: CallEvent): void;
  line(up: boolean): void;
}

const lineLost: Trouble = { code: 'line_lost', message: 'The line to the server is away.' };

/** The desk as this page has it: what the server said, and what can be asked of it. */
export class DeskSession {
  readonly #socket: DeskSocket;
  readonly #store = createSnapshotStore(emptyDesk);
  readonly #waiting = new Map<string, (outcome: Outcome) => void>();
  #calls: DeskCallListener | undefined;
  #wasReady = false;

  constructor(options: Pick<DeskSocketOptions, 'address' | 'guest' | 'createSocket' | 'presence'>) {
    this.#socket = new DeskSocket({
      ...options,
      onEvent: (event) => this.#receive(event),
      onState: (line) => this.#lineChanged(line),
    });
  }

  readonly subscribe = this.#store.subscribe;
  readonly getSnapshot = this.#store.getSnapshot;

  connect(): void {
    this.#socket.connect();
  }

  /** The session is another now, and the line must know it. */
  reconnect(): void {
    this.#socket.reconnect();
  }

  close(): void {
    this.#socket.close();
  }

  passCallsTo(listener: DeskCallListener): void {
    this.#calls = listener;
  }

  sendCall(call: string, id: string, request: CallRequest): void {
    this.#socket.send({ type: 'call', id, call, request });
  }

  setPresence(presence: Presence): void {
    if (this.#socket.send({ type: 'presence', presence })) this.#update({ presence });
  }

  /** Takes a waiting customer; whoever asks second is refused with `conflict`. */
  async accept(handoff: number): Promise<Outcome> {
    this.#update({ accepting: handoff });
    const outcome = await this.#ask({ type: 'accept', handoff });
    if (!outcome.done) this.#update({ accepting: undefined });
    return outcome;
  }

  /** Takes whoever comes first. */
  takeNext(): Promise<Outcome> | undefined {
    const next = this.getSnapshot().waiting?.[0];
    return next && this.accept(next.handoff);
  }

  async handBack(conversation: string): Promise<Outcome> {
    return this.#andPutAway(conversation, { type: 'hand_back', conversation });
  }

  async transfer(conversation: string, to: string): Promise<Outcome> {
    return this.#andPutAway(conversation, { type: 'transfer', conversation, to });
  }

  async closeConversation(conversation: string): Promise<Outcome> {
    return this.#andPutAway(conversation, { type: 'close', conversation });
  }

  async watch(conversation: string, watch: boolean): Promise<Outcome> {
    const asked: Asking = { type: 'watch', conversation, watch };
    if (!watch) return this.#andPutAway(conversation, asked);
    const outcome = await this.#ask(asked);
    if (outcome.done) this.select(conversation);
    return outcome;
  }

  say(conversation: string, text: string): Promise<Outcome> {
    return this.#ask({ type: 'say', conversation, text });
  }

  invite(conversation: string, name: string): Promise<Outcome> {
    return this.#ask({ type: 'invite', conversation, name });
  }

  uninvite(conversation: string): Promise<Outcome> {
    return this.#ask({ type: 'uninvite', conversation });
  }

  select(conversation: string | undefined): void {
    this.#update({ selected: conversation });
  }

  /** Takes a conversation that is released off the page. */
  putAway(conversation: string): void {
    const conversations = new Map(this.getSnapshot().conversations);
    conversations.delete(conversation);
    const selected =
      this.getSnapshot().selected === conversation
        ? [...conversations.keys()].at(-1)
        : this.getSnapshot().selected;
    this.#update({ conversations, selected });
  }

  /** What another request told of a conversation: a note written, a ticket opened. */
  amend(conversation: string, how: Parameters<typeof change>[2]): void {
    this.#update(change(this.getSnapshot(), conversation, how));
  }

  forgetTrouble(): void {
    this.#update({ trouble: undefined });
  }

  async #andPutAway(conversation: string, asking: Asking): Promise<Outcome> {
    const outcome = await this.#ask(asking);
    if (outcome.done) this.putAway(conversation);
    return outcome;
  }

  #ask(asking: Asking): Promise<Outcome> {
    const id = newId();
    if (!this.#socket.send({ ...asking, id } as DeskRequest)) {
      this.#update({ trouble: lineLost });
      return Promise.resolve({ done: false, trouble: lineLost });
    }
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  }

  #receive(event: DeskEvent): void {
    if (event.type === 'call') {
      this.#calls?.event(event.call, event.event);
      return;
    }
    this.#update(afterDeskEvent(this.getSnapshot(), event));
    if (event.type === 'done') this.#answer(event.id, { done: true, link: event.link });
    if (event.type === 'refused' && event.id !== undefined) {
      this.#answer(event.id, { done: false, trouble: { code: event.code, message: event.message } });
    }
    if (event.type === 'ready') this.#greeted();
  }

  #greeted(): void {
    this.#calls?.line(true);
    if (this.#wasReady) this.#update({ cameBackAt: Date.now() });
    this.#wasReady = true;
    for (const [conversation, { role, released }] of this.getSnapshot().conversations) {
      if (role === 'watcher' && !released) void this.#ask({ type: 'watch', conversation, watch: true });
    }
  }

  #answer(id: string, outcome: Outcome): void {
    this.#waiting.get(id)?.(outcome);
    this.#waiting.delete(id);
  }

  #lineChanged(line: DeskLineState): void {
    this.#update({ line });
    if (line === 'ready') return;
    this.#calls?.line(false);
    for (const id of this.#waiting.keys()) this.#answer(id, { done: false, trouble: lineLost });
  }

  #update(change: Partial<DeskSnapshot>): void {
    this.#store.update(change);
  }
}
