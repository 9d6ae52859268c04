import { join } from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import { deskPages, type StaffRole, staffRoles } from '#protocol';
import { createBus } from '../bus/index.ts';
import { createCalls, createRecordings, withoutWorkers } from '../calls/index.ts';
import type { Settings } from '../config.ts';
import { releaseHandoff } from '../desk/index.ts';
import { HexkeyError } from '../errors.ts';
import { createGuides } from '../guides/index.ts';
import { createIdentity, rotateSecret } from '../identity/index.ts';
import { carrierSecret } from '../orders/index.ts';
import { createPrivacy } from '../privacy/index.ts';
import { administerStaff } from '../staff/index.ts';
import { openStore, type Store } from '../store/index.ts';
import { createTickets } from '../tickets/index.ts';

const usage = `npm run admin -- <command>
  reset-password <email>              a link that gives an account a new password, good once and for 24 hours
  invite <email> [agent|supervisor|admin]
                                      a link that makes an account, good once and for a week
  revoke-sessions <email> | --all     sign somebody, or everybody, out of the desk
  erase-customer <id>                 erase what is kept of a customer; tickets, orders' notes and recordings too
  release-handoff <conversation>      put a conversation that somebody has back into the queue
  rotate-key token|webhook|shopKey    make a new secret in secrets.json, in force from the next start
  check-token <token>                 say whether a shopper's token is good, and what is wrong with it
  carrier-secret <carrier>            what a carrier signs its webhooks with, such as parcel-lark`;

/** Carries a command out and answers what to print. Throws a coded error; the embedded store must not be in use. */
export async function administer(
  [command = '', first, second]: string[],
  settings: Settings,
  log: FastifyBaseLogger,
): Promise<string> {
  const need = (): string => {
    if (first === undefined || first === '') throw new HexkeyError('bad_request', usage);
    return first;
  };
  switch (command) {
    case 'rotate-key':
      return rotateSecret(settings, need());
    case 'check-token':
      return createIdentity(settings).explainToken(need());
    case 'carrier-secret':
      return carrierSecret(createIdentity(settings).webhookSecret, need());
    case 'reset-password':
    case 'invite':
    case 'revoke-sessions':
    case 'erase-customer':
    case 'release-handoff':
      return inStore(settings, (store) => withStore(command, need(), second, { store, settings, log }));
    default:
      throw new HexkeyError('bad_request', usage);
  }
}

async function inStore<Result>(settings: Settings, work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore(settings);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function withStore(
  command: 'reset-password' | 'invite' | 'revoke-sessions' | 'erase-customer' | 'release-handoff',
  of: string,
  role: string | undefined,
  { store, settings, log }: { store: Store; settings: Settings; log: FastifyBaseLogger },
): Promise<string> {
  const staff = administerStaff(store.db);
  const link = (page: string, token: string) => `${baseOf(settings)}${page}#${token}`;
  switch (command) {
    case 'reset-password':
      return link(deskPages.reset, await staff.resetPassword(of));
    case 'invite':
      return link(deskPages.invitation, await staff.invite(of, roleOf(role)));
    case 'revoke-sessions':
      await staff.revokeSessions(of === '--all' ? undefined : of);
      return 'Signed out.';
    case 'release-handoff':
      await releaseHandoff(store.db, of, new Date());
      return 'It waits in the queue again.';
    case 'erase-customer':
      await eraseCustomer(store, settings, log, of);
      return `Nothing is kept of ${of} any more but the orders that the shop sent.`;
  }
}

function roleOf(given = 'agent'): StaffRole {
  const role = staffRoles.find((known) => known === given);
  if (!role) throw new HexkeyError('bad_request', `There is no role ${given}: ${staffRoles.join(', ')}.`);
  return role;
}

const baseOf = ({ HEXKEY_PUBLIC_URL, PORT }: Settings): string =>
  HEXKEY_PUBLIC_URL?.replace(/\/$/, '') ?? `http://localhost:${PORT}`;

/** Calls without media: what is left of them is in the store and in the folder of recordings. */
async function eraseCustomer(
  store: Store,
  settings: Settings,
  log: FastifyBaseLogger,
  customer: string,
): Promise<void> {
  const calls = createCalls({
    store,
    log,
    bus: createBus({ onError: (error) => log.error({ err: error }, 'a listener failed') }),
    guides: createGuides({
      store,
      tickets: createTickets(),
      library: { all: () => [], get: () => undefined, forProduct: () => undefined, isBroken: () => false },
    }),
    routers: withoutWorkers,
    captions: { follow: async () => ({ close: () => undefined }) },
    keyFor: createIdentity(settings).keyFor,
    phrases: () => [],
    record: async () => undefined,
    stillDays: settings.HEXKEY_STILL_DAYS,
    recordings: createRecordings({
      db: store.db,
      path: join(settings.HEXKEY_DATA, 'recordings'),
      on: false,
      days: settings.HEXKEY_RECORDING_DAYS,
      log,
    }),
  });
  try {
    await createPrivacy({ store, calls }).erase(customer);
  } finally {
    await calls.close();
  }
}
