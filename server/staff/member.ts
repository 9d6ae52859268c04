import type { StaffAccount, StaffMember } from '#protocol';
import { cleanText } from '../clean-text.ts';
import { HexkeyError } from '../errors.ts';
import type { staff } from './tables.ts';

export type StaffRow = typeof staff.$inferSelect;

export const memberOf = ({ id, name, email, role }: StaffRow): StaffMember => ({ id, name, email, role });

export const accountOf = (row: StaffRow): StaffAccount => ({
  ...memberOf(row),
  active: row.active,
  ...(row.lastSeenAt && { lastSeenAt: row.lastSeenAt.toISOString() }),
});

const longestName = 60;

/** Throws `bad_request` when nothing readable is left of it. */
export function requireName(given: string): string {
  const name = cleanText(given, longestName);
  if (name === '') throw new HexkeyError('bad_request', 'Give a name that can be read.');
  return name;
}

/** As it is stored and compared. Whether mail arrives there is not for its look to say. Throws `bad_request`. */
export function requireEmail(given: string): string {
  const email = foldEmail(given);
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    throw new HexkeyError('bad_request', 'This is no email address. Write it as name@example.com.');
  return email;
}

export const foldEmail = (given: string): string => given.trim().normalize('NFC').toLowerCase();
