import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deskPaths } from '#protocol';
import { engines } from '../store/testing/fresh-store.ts';
import { staff as accounts, staffSessions, staffSetupLinks } from './tables.ts';
import { goodPassword, openStaffApp, type StaffApp, tokenOf } from './testing/staff-app.ts';

const dana = 'dana@shop.example';

describe.each(engines)('the first admin, on %s', (engine) => {
  let desk: StaffApp;
  beforeEach(async () => {
    desk = await openStaffApp(engine);
  });
  afterEach(() => desk.close());

  const setUp = (token: string | undefined, password = goodPassword) =>
    desk.browser().ask('POST', deskPaths.setUp, { token, name: 'Dana', email: dana, password });

  it('is made with the link of the first start, and is signed in', async () => {
    expect((await desk.browser().ask('GET', deskPaths.ways)).body).toEqual({
      password: false,
      demo: false,
      setUp: true,
    });
    const { status, body, response } = await setUp(await desk.staff.setUpToken());
    expect(status).toBe(200);
    expect(body.staff).toMatchObject({ name: 'Dana', email: dana, role: 'admin' });
    expect(response.cookies).toMatchObject([
      { name: '__Host-hexkey_staff', httpOnly: true, secure: true, sameSite: 'Strict', path: '/' },
    ]);
    expect(await desk.staff.setUpToken()).toBeUndefined();
  });

  it('is one, though two use the link at once', async () => {
    const token = await desk.staff.setUpToken();
    const answers = await Promise.all([setUp(token), setUp(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await desk.store.db.select().from(accounts)).toHaveLength(1);
  });

  it('is not made by an old link, a replaced one, or a weak password', async () => {
    const replaced = await desk.staff.setUpToken();
    const token = await desk.staff.setUpToken();
    expect((await setUp(replaced)).body.code).toBe('not_found');
    expect((await setUp(token, 'passwordpassword')).body).toMatchObject({ code: 'bad_request' });
    expect((await setUp(token, 'dana@shop.example')).body).toMatchObject({ code: 'bad_request' });
    desk.pass(24 * 60);
    expect((await setUp(token)).body.code).toBe('token_expired');
  });

  it('is refused by the link before the password costs anything: a weak one is not even looked at', async () => {
    expect((await setUp('no such link at all', 'passwordpassword')).body.code).toBe('not_found');
    const answer = { token: 'no such link at all', name: 'Ana', password: 'passwordpassword' };
    expect((await desk.browser().ask('POST', deskPaths.acceptInvitation, answer)).body.code).toBe(
      'not_found',
    );
  });
});

describe('signing in', () => {
  let desk: StaffApp;
  beforeEach(async () => {
    desk = await openStaffApp();
    await desk.admin();
  });
  afterEach(() => desk.close());

  it('takes the email in any case and the right password, and refuses everything else alike', async () => {
    expect((await desk.browser().signIn('DANA@shop.example ')).status).toBe(200);
    const wrong = await desk.browser().signIn(dana, 'violet anchor 9 parsnips');
    const unknown = await desk.browser().signIn('nobody@shop.example');
    expect(wrong.body).toEqual(unknown.body);
    expect(wrong.body.code).toBe('not_signed_in');
  });

  it('keeps neither passwords nor tokens in the store', async () => {
    const page = desk.browser();
    await page.signIn(dana);
    const [account] = await desk.store.db.select().from(accounts);
    expect(account?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const stored = JSON.stringify([
      await desk.store.db.select().from(staffSessions),
      await desk.store.db.select().from(staffSetupLinks),
    ]);
    for (const token of page.jar.values()) expect(stored).not.toContain(token);
  });

  it('begins a session of its own each time, and ends the one before', async () => {
    const page = desk.browser();
    await page.signIn(dana);
    const before = new Map(page.jar);
    await page.signIn(dana);
    expect(page.jar).not.toEqual(before);
    const cookie = [...before].map(([name, value]) => `${name}=${value}`).join('; ');
    expect((await page.ask('GET', deskPaths.session, undefined, { cookie })).status).toBe(401);
  });

  it('lasts 30 minutes without a sign of life, and 10 hours at most', async () => {
    const page = desk.browser();
    await page.signIn(dana);
    for (let quarter = 0; quarter < 39; quarter++) {
      desk.pass(15);
      expect((await page.ask('GET', deskPaths.session)).status).toBe(200);
    }
    desk.pass(15);
    expect((await page.ask('GET', deskPaths.session)).status).toBe(401);
    await page.signIn(dana);
    desk.pass(30);
    expect((await page.ask('GET', deskPaths.session)).body.code).toBe('not_signed_in');
  });

  it('is over with signing out', async () => {
    const page = desk.browser();
    await page.signIn(dana);
    const cookie = [...page.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    expect((await page.ask('DELETE', deskPaths.session)).status).toBe(204);
    expect(page.jar.size).toBe(0);
    expect((await page.ask('GET', deskPaths.session, undefined, { cookie })).status).toBe(401);
  });

  it('goes on under a password of one’s own choice; the sessions of the old one are over', async () => {
    const [page, other] = [desk.browser(), desk.browser()];
    await page.signIn(dana);
    await other.signIn(dana);
    const change = (current: string, password: string) =>
      page.ask('POST', deskPaths.password, { current, password });
    const chosen = 'copper lantern 4 walrus';
    expect((await change('a wrong guess', chosen)).body.code).toBe('forbidden');
    expect((await change(goodPassword, 'passwordpassword')).body.code).toBe('bad_request');
    expect((await change(goodPassword, chosen)).status).toBe(200);
    expect((await page.ask('GET', deskPaths.session)).status).toBe(200);
    expect((await other.ask('GET', deskPaths.session)).status).toBe(401);
    expect((await other.signIn(dana)).status).toBe(401);
    expect((await other.signIn(dana, chosen)).status).toBe(200);
  });

  it('is slowed by failures, for one address and account first', async () => {
    const guess = (address: string) => desk.browser(undefined, address).signIn(dana, 'a wrong guess');
    for (let n = 0; n < 5; n++) expect((await guess('198.51.100.1')).status).toBe(401);
    expect((await guess('198.51.100.1')).body).toMatchObject({ code: 'rate_limited', retryable: true });
    expect((await desk.browser(undefined, '198.51.100.2').signIn(dana)).status).toBe(200);
    desk.pass(1);
    expect((await desk.browser(undefined, '198.51.100.1').signIn(dana)).status).toBe(200);
  });

  it('counts guesses that are made side by side', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 12 }, () => desk.browser(undefined, '198.51.100.1').signIn(dana, 'a wrong guess')),
    );
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(5);
  });

  it('and everything that changes something is refused to pages of other addresses', async () => {
    const foreign = desk.browser('https://evil.example');
    expect((await foreign.signIn(dana)).body.code).toBe('foreign_origin');
    const page = desk.browser();
    await page.signIn(dana);
    for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }])
      expect((await page.ask('DELETE', deskPaths.session, undefined, headers)).body.code).toBe(
        'foreign_origin',
      );
    const silent = {
      method: 'DELETE' as const,
      url: deskPaths.session,
      headers: { host: 'desk.shop.example' },
    };
    expect((await desk.app.inject(silent)).json().code).toBe('foreign_origin');
  });
});

describe('an admin', () => {
  let desk: StaffApp;
  let admin: Awaited<ReturnType<StaffApp['admin']>>;
  beforeEach(async () => {
    desk = await openStaffApp();
    admin = await desk.admin();
  });
  afterEach(() => desk.close());

  const invite = async (email: string, role = 'agent') =>
    (await admin.ask('POST', deskPaths.invitations, { email, role })).body;
  const accept = async (link: string) => {
    const page = desk.browser();
    const answer = { token: tokenOf(link), name: 'Ana', password: goodPassword };
    return { page, ...(await page.ask('POST', deskPaths.acceptInvitation, answer)) };
  };

  it('invites by a link that is good once', async () => {
    const { link } = await invite('ana@shop.example');
    expect(link).toMatch(/^https:\/\/desk\.shop\.example\/desk\/invitation#/);
    expect((await admin.ask('GET', deskPaths.invitations)).body).toMatchObject([
      { email: 'ana@shop.example' },
    ]);
    expect((await accept(link)).body.staff).toMatchObject({ email: 'ana@shop.example', role: 'agent' });
    expect((await accept(link)).body.code).toBe('too_late');
    expect((await admin.ask('GET', deskPaths.invitations)).body).toEqual([]);
  });

  it('alone sees accounts, changes them and invites', async () => {
    const { page } = await accept((await invite('ana@shop.example', 'supervisor')).link);
    expect((await page.ask('GET', deskPaths.members)).body.code).toBe('forbidden');
    expect(
      (await page.ask('POST', deskPaths.invitations, { email: 'x@y.example', role: 'admin' })).status,
    ).toBe(403);
    expect((await desk.browser().ask('GET', deskPaths.members)).status).toBe(401);
    expect((await admin.ask('GET', deskPaths.members)).body).toHaveLength(2);
  });

  it('ends the sessions of those whose role they change or whom they turn off', async () => {
    const { page, body } = await accept((await invite('ana@shop.example')).link);
    const ended: unknown[] = [];
    desk.bus.subscribe('staff_session_ended', (told) => ended.push(told));
    const at = `${deskPaths.members}/${body.staff.id}`;
    expect((await admin.ask('PATCH', at, { role: 'supervisor' })).body.role).toBe('supervisor');
    expect((await page.ask('GET', deskPaths.session)).status).toBe(401);
    expect(ended).toEqual([{ staff: body.staff.id }]);
    expect((await page.signIn('ana@shop.example')).body.staff.role).toBe('supervisor');
    await admin.ask('PATCH', at, { active: false });
    expect((await page.signIn('ana@shop.example')).status).toBe(401);
  });

  it('gives somebody a new password by a link that is good once and ends their sessions', async () => {
    const { page, body } = await accept((await invite('ana@shop.example')).link);
    const again = 'copper lantern 4 walrus';
    const { link } = (await admin.ask('POST', deskPaths.resetLink(body.staff.id))).body;
    expect(link).toMatch(/^https:\/\/desk\.shop\.example\/desk\/reset#/);
    const reset = (password: string) =>
      desk.browser().ask('POST', deskPaths.resetPassword, { token: tokenOf(link), password });
    expect((await reset('passwordpassword')).body.code).toBe('bad_request');
    expect((await page.ask('GET', deskPaths.session)).status).toBe(200);
    expect((await reset(again)).body.staff).toMatchObject({ email: 'ana@shop.example', role: 'agent' });
    expect((await page.ask('GET', deskPaths.session)).status).toBe(401);
    expect((await page.signIn('ana@shop.example')).status).toBe(401);
    expect((await page.signIn('ana@shop.example', again)).status).toBe(200);
    expect((await reset(goodPassword)).body.code).toBe('too_late');
    expect((await page.ask('POST', deskPaths.resetLink(body.staff.id))).body.code).toBe('forbidden');
  });

  it('makes no such link for an account that is turned off, and one made before opens nothing', async () => {
    const { body } = await accept((await invite('ana@shop.example')).link);
    const { link } = (await admin.ask('POST', deskPaths.resetLink(body.staff.id))).body;
    await admin.ask('PATCH', `${deskPaths.members}/${body.staff.id}`, { active: false });
    const reset = { token: tokenOf(link), password: goodPassword };
    expect((await desk.browser().ask('POST', deskPaths.resetPassword, reset)).body.code).toBe('forbidden');
    expect((await admin.ask('POST', deskPaths.resetLink(body.staff.id))).body.code).toBe('conflict');
  });

  it('cannot leave the desk without one', async () => {
    const [{ id }] = (await admin.ask('GET', deskPaths.members)).body;
    expect((await admin.ask('PATCH', `${deskPaths.members}/${id}`, { role: 'agent' })).body.code).toBe(
      'conflict',
    );
  });
});

describe('the demo', () => {
  it('signs in as its staff by one click where nothing else is set up, and nowhere after that', async () => {
    const desk = await openStaffApp('pglite', { demo: true });
    const elsewhere = desk.browser();
    expect((await elsewhere.ask('GET', deskPaths.ways)).body.demo).toBe(true);
    expect((await elsewhere.ask('POST', deskPaths.demoSession, {})).body.staff.name).toBe('Ana Reyes');
    const supervisor = await elsewhere.ask('POST', deskPaths.demoSession, { role: 'supervisor' });
    expect(supervisor.body.staff).toMatchObject({ name: 'Sam Okafor', role: 'supervisor' });
    await desk.admin();
    expect((await desk.browser().ask('POST', deskPaths.demoSession, {})).body.code).toBe('forbidden');
    const throughProxy = { host: 'localhost:8787', origin: 'http://localhost:8787' };
    const here = desk.browser(undefined, '127.0.0.1');
    expect((await here.ask('POST', deskPaths.demoSession, {}, throughProxy)).status).toBe(403);
    await desk.close();
  });

  it('is not there without the demo shop', async () => {
    const desk = await openStaffApp();
    expect((await desk.browser().ask('POST', deskPaths.demoSession, {})).body.code).toBe('forbidden');
    await desk.close();
  });
});
