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

/** How many were new, how many were known, how many are of parcels that no order has, and which were not taken and why. */
export const Taken = Type.Object({
  taken: Type.Integer(),
  known: Type.Integer(),
  unmatched: Type.Integer(),
  refused: Type.Array(Type.Object({ id: Type.String(), message: Type.String() })),
});

/** What looks like a date and is in no calendar spoils its own message alone. */
export function wrongDate({ at, expectedOn }: CarrierEvent): string | undefined {
  if (!isDay(at.slice(0, 10)) || Number.isNaN(Date.parse(at))) return `There is no such time as ${at}.`;
  return expectedOn !== undefined && !isDay(expectedOn)
    ? `There is no such day as ${expectedOn}.`
    : undefined;
}

/** JavaScript takes the 31st of February for a day in March. Years below 1 are none in the store. */
function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) && date.getUTCFullYear() > 0;
}
