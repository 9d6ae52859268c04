import Value from 'typebox/value';
import { InvitationLink } from '../../../../server/protocol/desk/rest.ts';

/** A production build puts a compiled check in this module's place: see compiled-check-plugin.ts. */
export const isInvitationLink = (value: unknown): value is InvitationLink =>
  Value.Check(InvitationLink, value);
