import Type, { type Static } from 'typebox';
import { Moment, OrderNumber } from '../order.ts';

export const departments = [
  'support',
  'logistics',
  'returns',
  'spare_parts',
  'technical',
  'billing',
] as const;
export const Department = Type.Enum(departments);
export type Department = (typeof departments)[number];

export const TicketState = Type.Enum(['open', 'waiting_for_customer', 'solved', 'closed']);
export type TicketState = Static<typeof TicketState>;

/** A named fact: "order", "part", "step reached". */
export const Fact = Type.Object({
  label: Type.String({ minLength: 1, maxLength: 60 }),
  value: Type.String({ minLength: 1, maxLength: 2000 }),
});
export type Fact = Static<typeof Fact>;

/** What staff write; a draft is filled in from the conversation before they see it. */
export const TicketDraft = Type.Object({
  conversation: Type.String(),
  problem: Type.String({ minLength: 1, maxLength: 2000 }),
  order: Type.Optional(OrderNumber),
  product: Type.Optional(Type.String({ maxLength: 120 })),
  part: Type.Optional(Type.String({ maxLength: 120 })),
  stepsTried: Type.Array(Type.String({ maxLength: 200 }), { maxItems: 60 }),
  keyLines: Type.Array(Type.String({ maxLength: 500 }), { maxItems: 40 }),
  stills: Type.Array(Type.String({ maxLength: 64 }), { maxItems: 20 }),
  facts: Type.Array(Fact, { maxItems: 40 }),
  department: Department,
  state: TicketState,
  dueAt: Moment,
});
export type TicketDraft = Static<typeof TicketDraft>;

export const Ticket = Type.Object({
  number: Type.String({ pattern: '^T-\\d{5,}$' }),
  openedAt: Moment,
  by: Type.Optional(Type.String()),
  /** Goes up with each change: whoever changes it says which one they saw. */
  version: Type.Integer({ minimum: 1 }),
  ...TicketDraft.properties,
});
export type Ticket = Static<typeof Ticket>;

/** All of a ticket as it is to be, and the version that its writer had before them. */
export const TicketChange = Type.Object({ ...TicketDraft.properties, version: Ticket.properties.version });
export type TicketChange = Static<typeof TicketChange>;

/** A reply kept ready. `{{customer}}`, `{{order}}`, `{{product}}` and `{{agent}}` are filled in. */
export const CannedReply = Type.Object({
  id: Type.Integer(),
  title: Type.String({ minLength: 1, maxLength: 80 }),
  text: Type.String({ minLength: 1, maxLength: 2000 }),
});
export type CannedReply = Static<typeof CannedReply>;

/** The day's figures, in the shop's time zone. */
export const DeskFigures = Type.Object({
  waiting: Type.Integer(),
  longestWaitSeconds: Type.Integer(),
  taken: Type.Integer(),
  handled: Type.Integer(),
  medianWaitSeconds: Type.Union([Type.Integer(), Type.Null()]),
  /** Conversations that ended without staff, of all that ended; 0-1. */
  withoutStaff: Type.Union([Type.Number(), Type.Null()]),
  /** Mean of the answers 1-5. */
  satisfaction: Type.Union([Type.Number(), Type.Null()]),
  answers: Type.Integer(),
});
export type DeskFigures = Static<typeof DeskFigures>;

/** Which tickets are listed. `search`: words that the number, order, product or problem must hold. */
export const TicketFilter = Type.Object({
  which: Type.Enum(['unsolved', 'overdue', 'all'], { default: 'unsolved' }),
  department: Type.Optional(Department),
  search: Type.Optional(Type.String({ maxLength: 120 })),
  /** Pages of 50, counted from 0. */
  page: Type.Integer({ minimum: 0, maximum: 1000, default: 0 }),
});
export type TicketFilter = Static<typeof TicketFilter>;

/** One page of the tickets that a filter finds. */
export const TicketPage = Type.Object({ tickets: Type.Array(Ticket), found: Type.Integer({ minimum: 0 }) });
export type TicketPage = Static<typeof TicketPage>;
