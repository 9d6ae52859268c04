import type { HistoryEntry } from '#protocol';
import type { Bus } from './bus/index.ts';
import type { Calls } from './calls/index.ts';
import type { Dialogue } from './dialogue/contract.ts';
import type { Company } from './speech/socket/index.ts';

export interface CompanyParts {
  bus: Bus;
  calls: Pick<Calls, 'seat' | 'recorded'>;
  staffOf: Company['staffOf'];
}

/** What the voice socket knows of staff and calls: the bus's news of a conversation, and a seat for its customer. */
export function createCompany({ bus, calls, staffOf }: CompanyParts): Company {
  const told = (staff: { name: string; call: string }) => ({
    ...staff,
    ...(calls.recorded ? { recorded: true } : {}),
  });
  return {
    async staffOf(conversation) {
      const staff = await staffOf(conversation);
      return staff && told(staff);
    },
    listen(conversation, on) {
      const stops = [
        bus.subscribe('staff_joined', (joined) => {
          if (joined.conversation === conversation)
            on({ type: 'staff', staff: joined.staff && told(joined.staff) });
        }),
        bus.subscribe('conversation_said', ({ conversation: of, entry }) => {
          if (of === conversation && isByPeople(entry)) on({ type: 'said', entry });
        }),
        bus.subscribe('ask_rating', ({ conversation: of }) => {
          if (of === conversation) on({ type: 'ask_rating', conversation });
        }),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
    seat: ({ call, customer, name, send }) =>
      calls.seat({ call, who: { role: 'customer', customer, name }, send }),
  };
}

/** The same dialogue, which tells the bus when a turn took the shopper to another step of a guide. */
export const tellingOfSteps = (dialogue: Dialogue, bus: Bus): Dialogue => ({
  ...dialogue,
  async respond(turn) {
    const reply = await dialogue.respond(turn);
    if (reply.guide?.step !== undefined) bus.publish('guide_moved', { customer: turn.customer });
    return reply;
  },
});

/** What the shopper told Hexkey, and its replies, the socket has told of itself. */
const isByPeople = (entry: HistoryEntry): boolean =>
  entry.who === 'staff' || (entry.who === 'shopper' && entry.source === 'call');
