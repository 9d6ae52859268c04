import Value from 'typebox/value';
import { StaffSession } from '#protocol/desk/rest';

/** A production build puts a compiled check in this module's place: see compiled-check-plugin.ts. */
export const isStaffSession = (value: unknown): value is StaffSession => Value.Check(StaffSession, value);
