import Value from 'typebox/value';
import { TicketDraft } from '#protocol/desk/ticket';

/** A production build puts a compiled check in this module's place: see compiled-check-plugin.ts. */
export const isTicketDraft = (value: unknown): value is TicketDraft => Value.Check(TicketDraft, value);
