import type { HistoryEntry } from '#protocol';
import type { Bus } from '../bus/index.ts';
import type { Calls } from '../calls/index.ts';
import type { Attendance } from '../desk/index.ts';
import type { StaffPort } from '../voice/index.ts';

export interface StaffPortParts {
  bus: Bus;
  calls: Pick<Calls, 'participate' | 'recorded'>;
  staffOf: StaffPort['staffOf'];
  customers: Pick<Attendance, 'enter'>;
}

/** What the voice socket knows of staff and calls: the bus's news of a conversation, and its customer as a participant. */
export function createStaffPort({ bus, calls, staffOf, customers }: StaffPortParts): StaffPort {
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
        bus.subscribe('customer_told', ({ conversation: of, reply }) => {
          if (of === conversation) on({ type: 'reply', reply });
        }),
        bus.subscribe('ask_rating', ({ conversation: of }) => {
          if (of === conversation) on({ type: 'ask_rating', conversation });
        }),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
    attend(conversation) {
      const leave = customers.enter(conversation);
      bus.publish('customer_presence', { conversation });
      return () => {
        leave();
        bus.publish('customer_presence', { conversation });
      };
    },
    participate: ({ call, customer, name, send }) =>
      calls.participate({ call, who: { role: 'customer', customer, name }, send }),
  };
}

/** What the shopper told Hexkey, and its replies, the socket has told of itself. */
const isByPeople = (entry: HistoryEntry): boolean =>
  entry.who === 'staff' || (entry.who === 'shopper' && entry.source === 'call');
