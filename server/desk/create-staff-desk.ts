import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { deskPages, type StaffMember } from '#protocol';
import type { Bus } from '../bus/contract.ts';
import type { Calls } from '../calls/contract.ts';
import type { Dialogue } from '../dialogue/contract.ts';
import { HexkeyError } from '../errors.ts';
import { redact } from '../redact.ts';
import { isAtLeast, type Staff } from '../staff/index.ts';
import type { StaffDesk } from './contract.ts';
import { readFigures } from './figures.ts';
import type { Attendance, PresenceBoard } from './hand-offs/attendance.ts';
import { readColleagues } from './hand-offs/colleagues.ts';
import { changeHeld, heldWithCall, latestHandoff, notHeld, takeHandoff } from './hand-offs/hand-over.ts';
import { keepAttended } from './hand-offs/keep-attended.ts';
import { readView } from './hand-offs/read-view.ts';
import { replaceEndedCalls } from './hand-offs/replace-ended-calls.ts';
import { heldBy } from './queue/handoff-rows.ts';
import { type DeskSources, readQueue } from './queue/read-queue.ts';
import { handoffs, internalNotes } from './tables.ts';

export interface StaffDeskOptions extends DeskSources {
  bus: Bus;
  calls: Calls;
  staff: Pick<Staff, 'members'>;
  /** Told of what is said: what tells the bus, too. */
  dialogue: Pick<Dialogue, 'record'>;
  presence: PresenceBoard;
  /** Which conversations stand open on a page of their customer's. */
  customers: Attendance;
  timeZone: string;
  /** A call that ended could not be replaced, or somebody who is alone could not be seen to. */
  onError: (error: unknown) => void;
  now?: () => Date;
}

/** Everything is stored first and told on the bus after its transaction. */
export function createStaffDesk(options: StaffDeskOptions): StaffDesk {
  const { db, bus, calls, staff, dialogue, presence, conversations, timeZone } = options;
  const now = options.now ?? (() => new Date());
  const attended = keepAttended({ ...options, now });
  const replaced = replaceEndedCalls({ db, bus, calls, onError: options.onError });

  const changed = (conversation: string, joined: { name: string; call: string } | null) => {
    bus.publish('handoff_changed', { conversation });
    bus.publish('staff_joined', { conversation, staff: joined });
  };
  const requireHolder = async ({ id }: StaffMember, conversation: string) => {
    const row = await latestHandoff(db, conversation);
    if (row?.state !== 'taken' || row.takenBy !== id || row.call === null) throw notHeld();
    return { ...row, call: row.call };
  };
  const colleagueOf = async (id: string) => (await staff.members()).find((member) => member.id === id);

  return {
    queue: () => readQueue(options, now()),
    view: (conversation) => readView(options, conversation),

    async requireReadable(member, conversation) {
      const row = await latestHandoff(db, conversation);
      if (!row) throw new HexkeyError('not_found', 'This conversation was not handed to staff.');
      if (row.takenBy !== member.id && !isAtLeast(member.role, 'supervisor'))
        throw new HexkeyError('forbidden', 'Somebody else has this conversation, or it still waits.');
    },

    async accept(member, handoff) {
      const taken = await db.transaction(async (tx) => {
        const row = await takeHandoff(tx, handoff, member.id, now());
        const { call } = await calls.open(tx, row);
        await tx.update(handoffs).set({ call }).where(eq(handoffs.id, row.id));
        return { conversation: row.conversation, call };
      });
      changed(taken.conversation, { name: member.name, call: taken.call });
      return taken;
    },

    async handBack(member, conversation) {
      const change = { state: 'waiting', takenBy: null, takenAt: null, call: null } as const;
      const { before } = await db.transaction((tx) => changeHeld(tx, member, conversation, change));
      if (before.call) await calls.end(before.call, 'transferred');
      changed(conversation, null);
    },

    async transfer(member, conversation, to) {
      const colleague = await colleagueOf(to);
      if (!colleague || presence.of(to) !== 'available')
        throw new HexkeyError('conflict', 'This colleague is not there to take it. Choose another.');
      const change = { takenBy: to, takenAt: now() };
      const { after } = await db.transaction((tx) => changeHeld(tx, member, conversation, change));
      changed(conversation, { name: colleague.name, call: after.call ?? '' });
    },

    async close(member, conversation) {
      const change = { state: 'closed', closedAt: now(), endReason: 'closed_by_staff' } as const;
      const { before } = await db.transaction((tx) => changeHeld(tx, member, conversation, change));
      if (before.call) await calls.end(before.call, 'staff_ended');
      changed(conversation, null);
      bus.publish('ask_rating', { conversation });
    },

    async say(member, conversation, text) {
      await requireHolder(member, conversation);
      const entry = { who: 'staff', id: randomUUID(), name: member.name, text, source: 'text' } as const;
      await dialogue.record(conversation, { ...entry, at: now().toISOString() });
    },

    async invite(member, conversation, name) {
      calls.requireOn();
      const { call } = await requireHolder(member, conversation);
      const { token } = await calls.invite(call, { name, invitedBy: member.id });
      return { path: `${deskPages.guest}#${token}` };
    },

    async uninvite(member, conversation) {
      const { call } = await requireHolder(member, conversation);
      if (call) await calls.revokeGuests(call);
    },

    async participate(member, call, send) {
      const row = await heldWithCall(db, call);
      const holds = row?.takenBy === member.id;
      if (!row || !(holds || isAtLeast(member.role, 'supervisor')))
        throw new HexkeyError('forbidden', 'This call is not yours, and it is for supervisors to listen in.');
      if (holds && replaced.delete(call))
        bus.publish('staff_joined', { conversation: row.conversation, staff: { name: member.name, call } });
      const who = { role: holds ? 'agent' : 'supervisor', name: member.name, staff: member.id } as const;
      return calls.participate({ call, who, send });
    },

    async staffOf(conversation) {
      const row = await latestHandoff(db, conversation);
      const holder = row?.state === 'taken' && row.takenBy ? await colleagueOf(row.takenBy) : undefined;
      return holder && row?.call ? { name: holder.name, call: row.call } : undefined;
    },
    heldBy: async (id) => (await heldBy(db, [id])).map(({ conversation }) => conversation),
    colleagues: () => readColleagues(options),
    figures: () => readFigures(db, conversations, { now: now(), timeZone }),

    async addNote(member, conversation, text) {
      const [row] = await db
        .insert(internalNotes)
        .values({ conversation, by: member.name, text: redact(text), at: now() })
        .returning();
      if (!row) throw new Error('a note that was just written is not there');
      bus.publish('conversation_changed', { conversation });
      return { id: row.id, by: row.by, text: row.text, at: row.at.toISOString() };
    },
    seeToUnattended: () => attended.sweep(),
    stop() {
      attended.stop();
      replaced.stop();
    },
  };
}
