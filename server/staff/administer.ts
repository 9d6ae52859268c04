import type { StaffRole } from '#protocol';
import { HexkeyError } from '../errors.ts';
import type { Db } from '../store/index.ts';
import { accountByEmail } from './accounts.ts';
import { foldEmail, requireEmail } from './member.ts';
import { createSessions } from './sessions.ts';
import { makeLink } from './setup-links.ts';
import { staffSessions } from './tables.ts';

/**
 * What whoever has the machine may do without signing in: a sole admin who lost their password gets in again. Pages that are
 * open learn of ended sessions within a minute. Throws `not_found`, `conflict` and `bad_request`.
 */
export function administerStaff(db: Db, now: () => Date = () => new Date()) {
  const requireAccount = async (email: string) => {
    const account = await accountByEmail(db, foldEmail(email));
    if (!account) throw new HexkeyError('not_found', `Nobody has an account with the email ${email}.`);
    return account;
  };
  return {
    /** The token of a link that gives the account a new password. */
    async resetPassword(email: string): Promise<string> {
      const account = await requireAccount(email);
      if (!account.active)
        throw new HexkeyError('conflict', 'This account is turned off: an admin turns it on at the desk.');
      return (await makeLink(db, { purpose: 'reset', email: account.email, role: account.role }, now()))
        .token;
    },

    /** The token of an invitation. */
    async invite(given: string, role: StaffRole): Promise<string> {
      const email = requireEmail(given);
      if (await accountByEmail(db, email))
        throw new HexkeyError('conflict', 'This email has an account already: reset its password instead.');
      return (await makeLink(db, { purpose: 'invitation', email, role }, now())).token;
    },

    /** Of everybody where no email is given. */
    async revokeSessions(email?: string): Promise<void> {
      if (email === undefined) await db.delete(staffSessions);
      else await createSessions(db, now).endAll(db, (await requireAccount(email)).id);
    },
  };
}
