import type { DeskEvent, StaffMember } from '#protocol';
import type { Bus } from '../../bus/contract.ts';
import type { CallParticipant } from '../../calls/contract.ts';
import { HexkeyError } from '../../errors.ts';
import { isAtLeast, requireRole } from '../../staff/index.ts';
import type { StaffDesk } from '../contract.ts';
import type { PresenceBoard } from '../hand-offs/attendance.ts';
import { withoutHeld } from '../hand-offs/colleagues.ts';
import { lineOf } from '../hand-offs/transcript.ts';
import type { DeskClient, DeskCommand, Send } from './desk-client.ts';
import type { News } from './news.ts';

export interface StaffClientParts {
  desk: StaffDesk;
  bus: Bus;
  news: News;
  presence: PresenceBoard;
  onError: (error: unknown) => void;
}

interface Shown {
  role: 'holder' | 'watcher';
  customer: string;
  name: string;
  /** The last view of it, as it was sent. */
  sent: string;
}

/** A page of the desk: what it shows is told again whenever it changes, and what it asks is done. */
export class StaffClient implements DeskClient {
  readonly ready;
  readonly #staff: StaffMember;
  readonly #parts: StaffClientParts;
  readonly #send: Send;
  readonly #stops: (() => void)[];
  readonly #shown = new Map<string, Shown>();
  readonly #participants = new Map<string, Promise<CallParticipant>>();
  #closed = false;

  constructor(parts: StaffClientParts, staff: StaffMember, send: Send) {
    this.ready = { kind: 'staff' as const, staff };
    this.#parts = parts;
    this.#staff = staff;
    this.#send = (event) => {
      if (!this.#closed) send(event);
    };
    const { bus, news, presence } = parts;
    const leave = presence.enter(staff.id);
    this.#stops = [
      () => {
        leave();
        bus.publish('presence_changed', { staff: staff.id });
      },
      news.listen((snapshot) => this.#tell(snapshot)),
      bus.subscribe('handoff_changed', ({ conversation }) => this.#later(this.#reconsider(conversation))),
      bus.subscribe('conversation_changed', ({ conversation }) => this.#later(this.#showAgain(conversation))),
      bus.subscribe('guide_moved', ({ customer }) => {
        for (const [conversation, shown] of this.#shown)
          if (shown.customer === customer) this.#later(this.#showAgain(conversation));
      }),
      bus.subscribe('conversation_said', ({ conversation, entry }) => {
        const shown = this.#shown.get(conversation);
        if (shown) this.#send({ type: 'line', conversation, line: lineOf({ entry }, shown.name) });
      }),
    ];
  }

  async begin(): Promise<void> {
    const { news, desk, bus } = this.#parts;
    for (const snapshot of await news.read()) this.#tell(snapshot);
    for (const conversation of await desk.heldBy(this.#staff.id)) await this.#show(conversation, 'holder');
    bus.publish('presence_changed', { staff: this.#staff.id });
  }

  async take(request: DeskCommand): Promise<{ link?: string }> {
    const { desk, presence, bus } = this.#parts;
    const me = this.#staff;
    switch (request.type) {
      case 'presence':
        presence.choose(me.id, request.presence);
        bus.publish('presence_changed', { staff: me.id });
        return {};
      case 'accept': {
        const { conversation } = await desk.accept(me, request.handoff);
        await this.#show(conversation, 'holder');
        return {};
      }
      case 'hand_back':
        await desk.handBack(me, request.conversation);
        this.#release(request.conversation, 'handed_back');
        return {};
      case 'transfer':
        await desk.transfer(me, request.conversation, request.to);
        this.#release(request.conversation, 'transferred');
        return {};
      case 'close':
        await desk.close(me, request.conversation);
        this.#release(request.conversation, 'closed');
        return {};
      case 'watch':
        await this.#watch(request.conversation, request.watch);
        return {};
      case 'say':
        await desk.say(me, request.conversation, request.text);
        return {};
      case 'invite':
        return { link: (await desk.invite(me, request.conversation, request.name)).path };
      case 'uninvite':
        await desk.uninvite(me, request.conversation);
        return {};
      case 'call': {
        const participant = await this.#participantIn(request.call);
        void participant.request(request.id, request.request);
        return {};
      }
    }
  }

  close(): void {
    this.#closed = true;
    for (const stop of this.#stops) stop();
    for (const call of [...this.#participants.keys()]) this.#leaveCall(call);
  }

  #tell(event: DeskEvent): void {
    const all = event.type !== 'colleagues' || isAtLeast(this.#staff.role, 'supervisor');
    this.#send(all ? event : { ...event, colleagues: withoutHeld(event.colleagues) });
  }

  async #show(conversation: string, role: Shown['role']): Promise<void> {
    const view = await this.#parts.desk.view(conversation);
    // Whoever listened in and has it now joins as its agent.
    if (role === 'holder' && this.#shown.get(conversation)?.role === 'watcher') this.#leaveCall(view.call);
    // What made the change and what it told the bus both lead here.
    const sent = JSON.stringify({ view, role });
    if (this.#shown.get(conversation)?.sent === sent) return;
    this.#shown.set(conversation, { role, customer: view.customer.id, name: view.customer.name, sent });
    this.#send({ type: 'conversation', view, role });
  }

  async #showAgain(conversation: string): Promise<void> {
    const shown = this.#shown.get(conversation);
    if (shown) await this.#show(conversation, shown.role);
  }

  /** The conversation may have come to this page's owner, or gone from them: done elsewhere, or by somebody else. */
  async #reconsider(conversation: string): Promise<void> {
    const holds = (await this.#parts.desk.heldBy(this.#staff.id)).includes(conversation);
    const shown = this.#shown.get(conversation);
    if (holds && shown?.role !== 'holder') await this.#show(conversation, 'holder');
    else if (!holds && shown?.role === 'holder')
      this.#release(conversation, await this.#whyGone(conversation));
    else await this.#showAgain(conversation);
  }

  async #whyGone(conversation: string): Promise<'transferred' | 'handed_back' | 'closed'> {
    if (await this.#parts.desk.staffOf(conversation)) return 'transferred';
    const waits = (await this.#parts.desk.queue()).some((entry) => entry.conversation === conversation);
    return waits ? 'handed_back' : 'closed';
  }

  async #watch(conversation: string, watch: boolean): Promise<void> {
    requireRole(this.#staff.role, 'supervisor');
    const shown = this.#shown.get(conversation);
    if (watch && !shown) await this.#show(conversation, 'watcher');
    if (!watch && shown?.role === 'watcher') {
      this.#shown.delete(conversation);
      await this.#leaveUnshown();
    }
  }

  #release(conversation: string, reason: 'transferred' | 'handed_back' | 'closed'): void {
    if (!this.#shown.delete(conversation)) return;
    this.#send({ type: 'released', conversation, reason });
    this.#later(this.#leaveUnshown());
  }

  /** A place is kept by those alone who still see the call's conversation. */
  async #leaveUnshown(): Promise<void> {
    const views = await Promise.all([...this.#shown.keys()].map((shown) => this.#parts.desk.staffOf(shown)));
    const kept = new Set(views.map((holder) => holder?.call));
    for (const call of [...this.#participants.keys()]) if (!kept.has(call)) this.#leaveCall(call);
  }

  #participantIn(call: string): Promise<CallParticipant> {
    const taken = this.#participants.get(call);
    if (taken) return taken;
    const participant = this.#parts.desk.participate(this.#staff, call, (event) => {
      if (event.type === 'ended') this.#participants.delete(call);
      this.#send({ type: 'call', call, event });
    });
    this.#participants.set(call, participant);
    participant.catch(() => this.#participants.delete(call));
    return participant;
  }

  #leaveCall(call: string): void {
    const participant = this.#participants.get(call);
    this.#participants.delete(call);
    participant?.then(
      (taken) => taken.close(),
      // Whoever asked for the participant was told why there is none.
      () => undefined,
    );
  }

  #later(work: Promise<void>): void {
    work.catch((error: unknown) => {
      // It may have been closed or deleted meanwhile.
      if (!(error instanceof HexkeyError && error.code === 'not_found')) this.#parts.onError(error);
    });
  }
}
