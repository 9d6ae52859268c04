import Type, { type Static } from 'typebox';
import { Department, TicketState } from '#protocol/desk/ticket';

/** The fields of a ticket that somebody changed: lists one a line, the due time on the reader's clock. */
export const TicketChanges = Type.Partial(
  Type.Object({
    problem: Type.String(),
    order: Type.String(),
    product: Type.String(),
    part: Type.String(),
    stepsTried: Type.String(),
    keyLines: Type.String(),
    stills: Type.Array(Type.String()),
    department: Department,
    state: TicketState,
    /** `YYYY-MM-DDTHH:mm`, as a field of the type `datetime-local` has it. */
    due: Type.String(),
  }),
);
export type TicketChanges = Static<typeof TicketChanges>;
