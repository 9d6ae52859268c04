import Value from 'typebox/value';
import { TicketChanges } from '../../ticket/ticket-changes.ts';

/** A production build puts a compiled check in this module's place: see compiled-check-plugin.ts. */
export const isTicketChanges = (value: unknown): value is TicketChanges => Value.Check(TicketChanges, value);
