import Value from 'typebox/value';
import { StaffAccount } from '#protocol/desk/rest';

/** A production build puts a compiled check in this module's place: see compiled-check-plugin.ts. */
export const isStaffAccount = (value: unknown): value is StaffAccount => Value.Check(StaffAccount, value);
