import {
  type Credentials,
  type Invitation,
  type InvitationAnswer,
  type InvitationRequest,
  type PasswordChange,
  type PasswordReset,
  type SetUp,
  type StaffAccount,
  type StaffChange,
  type StaffMember,
  type StaffRole,
  staffRoles,
} from '#protocol';
import type { Bus } from '../bus/contract.ts';
import { HexkeyError } from '../errors.ts';
import type { Db, Store } from '../store/index.ts';
import {
  accountByEmail,
  accountById,
  allAccounts,
  anyPassword,
  changeAccount,
  changePassword,
  createAccount,
  hasAdmin,
} from './accounts.ts';
import type { Staff } from './contract.ts';
import type { OwnCookie } from './cookie.ts';
import { type DemoRole, demoMember, prepareDemoStaff } from './demo-staff.ts';
import { accountOf, foldEmail, memberOf, requireEmail, requireName } from './member.ts';
import { createPasswords } from './passwords.ts';
import { hashToken } from './secret-token.ts';
import { createSessions, type Session } from './sessions.ts';
import { makeLink, openInvitations, requireLink, spendInvitationOf, spendLink } from './setup-links.ts';
import { createSignInLimits } from './sign-in-limits.ts';

export interface StaffOptions {
  store: Pick<Store, 'db'>;
  bus: Bus;
  /** Holds the session's token in the browser. */
  cookie: OwnCookie;
  /** The store holds the demo shop, and the settings offer it: two demo members of staff are there. */
  demo: boolean;
  now?: () => Date;
}

/** `Staff`, and what its routes and whoever opened it need besides. Emails are compared without regard to case. */
export interface OpenedStaff extends Staff {
  /** Somebody administers the desk; until then a set-up link makes the first admin. */
  hasAdmin(): Promise<boolean>;
  anyPassword(): Promise<boolean>;
  /** The token of a fresh set-up link, good for 24 hours and once; undefined when there is an admin. */
  setUpToken(): Promise<string | undefined>;
  setUp(asked: SetUp): Promise<Session>;
  signIn(credentials: Credentials, address: string): Promise<Session>;
  /** The account, or the open invitation, of an email that an identity provider has verified. Throws `forbidden`. */
  signInVerified(proved: { email: string; name?: string | undefined }): Promise<Session>;
  signInDemo(role: DemoRole): Promise<Session>;
  /** Ends the session that a request carries, if any. */
  signOut(cookieHeader: string | undefined): Promise<void>;
  invite(asked: InvitationRequest): Promise<Invitation & { token: string }>;
  invitations(): Promise<Invitation[]>;
  acceptInvitation(answer: InvitationAnswer): Promise<Session>;
  /** Of whoever is signed in. Their other sessions end. Throws `forbidden` for a wrong `current`, and `rate_limited`. */
  changePassword(member: StaffMember, asked: PasswordChange, address: string): Promise<Session>;
  /** The token of a link that gives an account a new password, good for 24 hours and once. */
  resetLink(id: string): Promise<Invitation & { token: string }>;
  /** Takes a new password by such a link; all sessions of the account end, and one begins. */
  resetPassword(answer: PasswordReset): Promise<Session>;
  endSessions(id: string): Promise<void>;
  accounts(): Promise<StaffAccount[]>;
  change(id: string, change: StaffChange): Promise<StaffAccount>;
}

const notSignedIn = () => new HexkeyError('not_signed_in', 'Sign in to the desk first.');
const wrong = () => new HexkeyError('not_signed_in', 'The email or the password is wrong.');

/** Each role may do what those before it may. */
export const isAtLeast = (role: StaffRole, least: StaffRole): boolean =>
  staffRoles.indexOf(role) >= staffRoles.indexOf(least);

export function requireRole(role: StaffRole, least: StaffRole): void {
  if (!isAtLeast(role, least))
    throw new HexkeyError('forbidden', `This is for the role ${least}. Ask an admin to give it to you.`);
}

export async function createStaff({
  store: { db },
  bus,
  cookie,
  demo,
  now = () => new Date(),
}: StaffOptions): Promise<OpenedStaff> {
  await prepareDemoStaff(db, demo, now());
  const sessions = createSessions(db, now);
  const limits = createSignInLimits(now);
  const passwords = createPasswords();
  const requireAccount = async (id: string) => {
    const account = await accountById(db, id);
    if (!account) throw new HexkeyError('not_found', 'There is no such member of staff.');
    return account;
  };
  /** A new password ends every session, wherever the old one was used; one begins anew. */
  const setPassword = async (id: string, password: string, spend?: (tx: Db) => Promise<unknown>) => {
    const hashed = await passwords.hash(password);
    const session = await db.transaction(async (tx) => {
      await spend?.(tx);
      await changePassword(tx, id, hashed);
      await sessions.endAll(tx, id);
      return sessions.begin(tx, id);
    });
    bus.publish('staff_session_ended', { staff: id, except: session.session });
    return session;
  };

  return {
    async signedIn({ headers }, least = 'agent') {
      const token = cookie.read(headers.cookie);
      const known = token === undefined ? undefined : await sessions.see(hashToken(token));
      if (!known) throw notSignedIn();
      requireRole(known.staff.role, least);
      return known;
    },
    stillSignedIn: sessions.see,
    members: async () => (await allAccounts(db)).filter(({ active }) => active).map(memberOf),
    accounts: async () => (await allAccounts(db)).map(accountOf),
    hasAdmin: () => hasAdmin(db),
    anyPassword: () => anyPassword(db),

    async setUpToken() {
      if (await hasAdmin(db)) return undefined;
      return (await makeLink(db, { purpose: 'set_up', role: 'admin' }, now())).token;
    },

    async setUp({ token, name, email, password }) {
      const account = { name: requireName(name), email: requireEmail(email), role: 'admin' as const };
      await requireLink(db, 'set_up', token, now());
      await passwords.requireGood(password, [account.name, account.email]);
      const hashed = await passwords.hash(password);
      return db.transaction(async (tx) => {
        await spendLink(tx, 'set_up', token, now());
        if (await hasAdmin(tx))
          throw new HexkeyError('too_late', 'The desk is set up already. Sign in instead.');
        const { id } = await createAccount(tx, { ...account, password: hashed }, now());
        return sessions.begin(tx, id);
      });
    },

    async signIn({ email, password }, address) {
      const folded = foldEmail(email);
      limits.begin(folded, address);
      const account = await accountByEmail(db, folded);
      if (!(await passwords.fits(password, account?.password)) || !account?.active) throw wrong();
      limits.succeeded(folded, address);
      return sessions.begin(db, account.id);
    },

    async signInVerified({ email, name }) {
      const folded = foldEmail(email);
      return db.transaction(async (tx) => {
        const known = await accountByEmail(tx, folded);
        if (known?.active && !known.demo) return sessions.begin(tx, known.id);
        const invited = known ? undefined : await spendInvitationOf(tx, folded, now());
        if (!invited)
          throw new HexkeyError('forbidden', 'Nobody has invited this email to the desk. Ask an admin to.');
        const account = { name: requireName(name || folded), email: folded, role: invited.role };
        return sessions.begin(tx, (await createAccount(tx, account, now())).id);
      });
    },

    async signInDemo(role) {
      const member = await demoMember(db, role);
      if (!member) throw new HexkeyError('not_found', 'The demo is not offered here.');
      return sessions.begin(db, member.id);
    },

    async signOut(header) {
      const token = cookie.read(header);
      if (token === undefined) return;
      const session = hashToken(token);
      const ended = await sessions.end(session);
      if (ended) bus.publish('staff_session_ended', { staff: ended, session });
    },

    async invite({ email: given, role }) {
      const email = requireEmail(given);
      if (await accountByEmail(db, email))
        throw new HexkeyError('conflict', 'This email has an account already. Change its role instead.');
      const { token, expiresAt } = await makeLink(db, { purpose: 'invitation', email, role }, now());
      return { email, role, expiresAt: expiresAt.toISOString(), token };
    },
    invitations: () => openInvitations(db, now()),

    async acceptInvitation({ token, name: given, password }) {
      const name = requireName(given);
      const { email: invited } = await requireLink(db, 'invitation', token, now());
      await passwords.requireGood(password, [name, invited ?? '']);
      const hashed = await passwords.hash(password);
      return db.transaction(async (tx) => {
        const { email, role } = await spendLink(tx, 'invitation', token, now());
        const { id } = await createAccount(tx, { name, email: email ?? '', role, password: hashed }, now());
        return sessions.begin(tx, id);
      });
    },

    async changePassword({ id }, { current, password }, address) {
      const account = await requireAccount(id);
      limits.begin(account.email, address);
      if (!(await passwords.fits(current, account.password)))
        throw new HexkeyError('forbidden', 'The present password is another one. Type it again.');
      limits.succeeded(account.email, address);
      await passwords.requireGood(password, [account.name, account.email]);
      return setPassword(id, password);
    },

    async resetLink(id) {
      const { email, role, active, demo: ofDemo } = await requireAccount(id);
      if (!active || ofDemo)
        throw new HexkeyError('conflict', 'This account cannot sign in. Activate it first.');
      const { token, expiresAt } = await makeLink(db, { purpose: 'reset', email, role }, now());
      return { email, role, expiresAt: expiresAt.toISOString(), token };
    },

    async resetPassword({ token, password }) {
      const { email } = await requireLink(db, 'reset', token, now());
      const account = await accountByEmail(db, email ?? '');
      if (!account?.active)
        throw new HexkeyError('forbidden', 'This account cannot sign in any more. Ask an admin.');
      await passwords.requireGood(password, [account.name, account.email]);
      return setPassword(account.id, password, (tx) => spendLink(tx, 'reset', token, now()));
    },

    async endSessions(id) {
      await sessions.endAll(db, (await requireAccount(id)).id);
      bus.publish('staff_session_ended', { staff: id });
    },

    async change(id, change) {
      const after = await db.transaction(async (tx) => {
        const changed = await changeAccount(tx, id, change);
        await sessions.endAll(tx, id);
        return changed;
      });
      bus.publish('staff_session_ended', { staff: id });
      return accountOf(after);
    },
  };
}
