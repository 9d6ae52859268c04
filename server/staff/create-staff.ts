import type {
  Credentials,
  Invitation,
  InvitationAnswer,
  InvitationRequest,
  SetUp,
  StaffAccount,
  StaffChange,
} from '#protocol';
import type { Bus } from '../bus/contract.ts';
import { HexkeyError } from '../errors.ts';
import type { Store } from '../store/index.ts';
import {
  accountByEmail,
  allAccounts,
  anyPassword,
  changeAccount,
  createAccount,
  hasAdmin,
} from './accounts.ts';
import type { Staff } from './contract.ts';
import type { OwnCookie } from './cookie.ts';
import { type DemoRole, demoMember, prepareDemoStaff } from './demo-staff.ts';
import { accountOf, foldEmail, memberOf, requireEmail, requireName } from './member.ts';
import { hashPassword, isPassword, requireGoodPassword } from './passwords.ts';
import { requireRole } from './roles.ts';
import { hashToken } from './secret-token.ts';
import { createSessions, type Session } from './sessions.ts';
import { makeLink, openInvitations, spendInvitationOf, spendLink } from './setup-links.ts';
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
  accounts(): Promise<StaffAccount[]>;
  change(id: string, change: StaffChange): Promise<StaffAccount>;
}

const notSignedIn = () => new HexkeyError('not_signed_in', 'Sign in to the desk first.');
const wrong = () => new HexkeyError('not_signed_in', 'The email or the password is wrong.');

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
      await requireGoodPassword(password, [account.name, account.email]);
      const hashed = await hashPassword(password);
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
      if (!(await isPassword(password, account?.password)) || !account?.active) throw wrong();
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
      await requireGoodPassword(password, [name]);
      const hashed = await hashPassword(password);
      return db.transaction(async (tx) => {
        const { email, role } = await spendLink(tx, 'invitation', token, now());
        const { id } = await createAccount(tx, { name, email: email ?? '', role, password: hashed }, now());
        return sessions.begin(tx, id);
      });
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
