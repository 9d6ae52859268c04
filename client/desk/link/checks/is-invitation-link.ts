import Value from 'typebox/value';
import { InvitationLink } from '#protocol/desk/rest';

/** A production build puts a compiled check in this module's place: see compiled-check-plugin.ts. */
export const isInvitationLink = (value: unknown): value is InvitationLink =>
  Value.Check(InvitationLink, value);
