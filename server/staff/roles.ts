import { type StaffRole, staffRoles } from '#protocol';
import { HexkeyError } from '../errors.ts';

/** Each role may do what those before it may. */
export const isAtLeast = (role: StaffRole, least: StaffRole): boolean =>
  staffRoles.indexOf(role) >= staffRoles.indexOf(least);

export function requireRole(role: StaffRole, least: StaffRole): void {
  if (!isAtLeast(role, least))
    throw new HexkeyError('forbidden', `This is for the role ${least}. Ask an admin to give it to you.`);
}
