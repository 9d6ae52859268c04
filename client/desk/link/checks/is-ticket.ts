import Value from 'typebox/value';
import { Ticket } from '#protocol/desk/ticket';

/** A production build puts a compiled check in this module's place: see compiled-check-plugin.ts. */
export const isTicket = (value: unknown): value is Ticket => Value.Check(Ticket, value);
