import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBus } from '../bus/index.ts';
import { readSettings, type Settings } from '../config.ts';
import { demoShopper, prepareDemoShop } from '../demo/index.ts';
import { handoffs } from '../desk/tables.ts';
import { createIdentity } from '../identity/index.ts';
import { createStaff, ownCookie } from '../staff/index.ts';
import { staffSessions } from '../staff/tables.ts';
import { openStore, type Store } from '../store/index.ts';
import { everythingStored } from '../store/testing/everything-stored.ts';
import { freshPlace, type StorePlace } from '../store/testing/fresh-store.ts';
import { administer } from './admin.ts';
import { createLog } from './log.ts';

const email = 'dana@shop.example';
const [before, after] = ['violet anchor 9 parsnip', 'copper lantern 4 walrus'];

/** The embedded store is opened and closed for each command. */
describe('the admin command line', { timeout: 180_000 }, () => {
  let place: StorePlace;
  let settings: Settings;
  beforeEach(async () => {
    place = await freshPlace('pglite');
    settings = readSettings({ ...place.settings, HEXKEY_PUBLIC_URL: 'https://desk.shop.example' });
  });
  afterEach(() => place.remove());

  const run = (...args: string[]) => administer(args, settings, createLog('silent'));
  const refusal = (...args: string[]) =>
    run(...args).then(
      () => 'done',
      ({ code }) => code,
    );
  const tokenOf = (link: string) => new URL(link).hash.slice(1);
  const open = async <Result>(work: (store: Store) => Promise<Result>): Promise<Result> => {
    const store = await openStore(place.settings);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };
  const staffOver = (store: Store) =>
    createStaff({
      store,
      bus: createBus({ onError: () => undefined }),
      cookie: ownCookie('hexkey_staff', { secure: true, sameSite: 'strict' }),
      demo: false,
    });

  it('lets a sole admin in again who lost their password, and signs them out everywhere', async () => {
    await open(async (store) => {
      const staff = await staffOver(store);
      const token = (await staff.setUpToken()) ?? '';
      await staff.setUp({ token, name: 'Dana', email, password: before });
    });
    expect(await refusal('reset-password', 'nobody@shop.example')).toBe('not_found');
    const link = await run('reset-password', 'Dana@shop.example');
    expect(link).toMatch(/^https:\/\/desk\.shop\.example\/desk\/reset#/);
    await open(async (store) => {
      const staff = await staffOver(store);
      await staff.resetPassword({ token: tokenOf(link), password: after });
      await expect(staff.signIn({ email, password: before }, '203.0.113.1')).rejects.toThrow();
      expect((await staff.signIn({ email, password: after }, '203.0.113.1')).staff.role).toBe('admin');
    });
    await run('revoke-sessions', '--all');
    expect(await open((store) => store.db.$count(staffSessions))).toBe(0);
  });

  it('invites somebody with a role', async () => {
    expect(await refusal('invite', 'ana@shop.example', 'king')).toBe('bad_request');
    const link = await run('invite', 'ana@shop.example', 'supervisor');
    await open(async (store) => {
      const staff = await staffOver(store);
      const answer = { token: tokenOf(link), name: 'Ana', password: after };
      expect((await staff.acceptInvitation(answer)).staff).toMatchObject({ role: 'supervisor' });
    });
  });

  it('erases a customer', async () => {
    await open((store) => prepareDemoShop(store, { timeZone: 'Europe/London' }));
    expect(await open((store) => everythingStored(store.db))).toContain('Maya');
    await run('erase-customer', demoShopper);
    expect(await refusal('erase-customer', 'nobody at all')).toBe('not_found');
  });

  it('puts a conversation that somebody has back into the queue', async () => {
    await open((store) =>
      store.db.insert(handoffs).values({
        key: 'k',
        customer: 'c-1',
        conversation: 'talk-1',
        reason: 'asked',
        state: 'taken',
        takenBy: 's-gone',
        requestedAt: new Date(),
      }),
    );
    await run('release-handoff', 'talk-1');
    const [row] = await open((store) => store.db.select().from(handoffs));
    expect(row).toMatchObject({ state: 'waiting', takenBy: null, returnedAt: expect.any(Date) });
    expect(await refusal('release-handoff', 'talk-1')).toBe('not_found');
  });

  it('makes a new key in place of a kept one, and leaves the others and those from the settings alone', async () => {
    const kept = createIdentity(settings);
    const old = { webhook: kept.webhookSecret, carrier: await run('carrier-secret', 'parcel-lark') };
    await kept
      .requireShop({ headers: { authorization: `Bearer ${await run('rotate-key', 'shopKey')}` } })
      .then(
        () => expect.fail('a server that runs keeps the old key'),
        ({ code }) => expect(code).toBe('forbidden'),
      );
    expect(await run('carrier-secret', 'parcel-lark')).toBe(old.carrier);
    await run('rotate-key', 'webhook');
    expect(createIdentity(settings).webhookSecret).not.toBe(old.webhook);
    expect(await run('carrier-secret', 'parcel-lark')).not.toBe(old.carrier);
    settings = { ...settings, HEXKEY_SHOP_KEY: 'k'.repeat(32) };
    expect(await refusal('rotate-key', 'shopKey')).toBe('conflict');
    expect(await refusal('rotate-key', 'front-door')).toBe('bad_request');
  });

  it('says what it knows where it is asked for something else', async () => {
    expect(await refusal()).toBe('bad_request');
    expect(await refusal('reset-password')).toBe('bad_request');
    await expect(run('make-coffee')).rejects.toThrow('reset-password <email>');
  });
});
