import Type, { type Static } from 'typebox';
import { Day, Moment } from '#protocol';
import { carrierEventKinds } from '../event-kinds.ts';

export const CarrierEvent = Type.Object({
  /** The carrier's own; the same id is taken in once. */
  id: Type.String({ minLength: 1, maxLength: 100 }),
  trackingNumber: Type.String({ minLength: 1, maxLength: 60 }),
  kind: Type.Union(carrierEventKinds.map((kind) => Type.Literal(kind))),
  at: Moment,
  place: Type.Optional(Type.String({ maxLength: 120 })),
  note: Type.Optional(Type.String({ maxLength: 300 })),
  /** The carrier's newest estimate of the day of delivery. */
  expectedOn: Type.Optional(Day),
});
export type CarrierEvent = Static<typeof CarrierEvent>;

export const CarrierEvents = Type.Object({
  events: Type.Array(CarrierEvent, { minItems: 1, maxItems: 100 }),
});

/** How many were new, how many were known, and how many are of parcels that no order has. */
export const Taken = Type.Object({ taken: Type.Integer(), known: Type.Integer(), unmatched: Type.Integer() });
