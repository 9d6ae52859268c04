import Value from 'typebox/value';
import { Invitation } from '#protocol/desk/rest';

/** A production build puts a compiled check in this module's place: see compiled-check-plugin.ts. */
export const isInvitation = (value: unknown): value is Invitation => Value.Check(Invitation, value);
