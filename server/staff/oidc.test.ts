import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deskPaths } from '#protocol';
import { openFakeIssuer } from './testing/fake-issuer.ts';
import { openStaffApp, type StaffApp } from './testing/staff-app.ts';

const client = { id: 'hexkey', secret: 'a secret that both know' };

describe('signing in with the identity provider', () => {
  let issuer: Awaited<ReturnType<typeof openFakeIssuer>>;
  let desk: StaffApp;
  let admin: Awaited<ReturnType<StaffApp['admin']>>;
  beforeAll(async () => {
    issuer = await openFakeIssuer(client);
    desk = await openStaffApp('pglite', {
      oidc: { issuer: issuer.issuer, clientId: client.id, clientSecret: client.secret },
    });
    admin = await desk.admin();
  });
  afterAll(async () => {
    await desk.close();
    await issuer.close();
  });
  beforeEach(() => {
    Object.assign(issuer.person, { email: 'ana@shop.example', email_verified: true });
    delete issuer.wrong.nonce;
  });

  /** Goes to the provider and back, and answers where the browser is sent on to. */
  const goAndReturn = async (page = desk.browser(), tamper = (url: URL) => url) => {
    const there = await page.ask('GET', deskPaths.oidc);
    const back = await fetch(String(there.response.headers.location), { redirect: 'manual' });
    const returned = tamper(new URL(back.headers.get('location') ?? ''));
    const { response } = await page.ask('GET', `${returned.pathname}${returned.search}`);
    return { page, to: response.headers.location };
  };

  it('is offered, and asks by code with PKCE, state and nonce', async () => {
    expect((await desk.browser().ask('GET', deskPaths.ways)).body.oidc).toEqual({ name: 'Example' });
    const { response } = await desk.browser().ask('GET', deskPaths.oidc);
    const asked = new URL(String(response.headers.location)).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: 'https://desk.shop.example/v1/staff/oidc/callback',
    });
    expect(asked.get('state')?.length).toBeGreaterThan(20);
    expect(asked.get('nonce')?.length).toBeGreaterThan(20);
  });

  it('is for those who were invited, by the email that the provider has verified', async () => {
    expect((await goAndReturn()).to).toBe('/desk?refused=forbidden');
    await admin.ask('POST', deskPaths.invitations, { email: 'ana@shop.example', role: 'supervisor' });
    issuer.person.email_verified = false;
    expect((await goAndReturn()).to).toBe('/desk?refused=forbidden');
    issuer.person.email_verified = true;
    issuer.person.email = 'Ana@shop.example';
    const { page, to } = await goAndReturn();
    expect(to).toBe('/desk');
    expect((await page.ask('GET', deskPaths.session)).body.staff).toMatchObject({
      name: 'Ana Reyes',
      email: 'ana@shop.example',
      role: 'supervisor',
    });
    expect((await goAndReturn()).to).toBe('/desk');
  });

  it('refuses an answer to another attempt', async () => {
    const forged = (url: URL) => {
      url.searchParams.set('state', 'another-state-that-is-long-enough');
      return url;
    };
    expect((await goAndReturn(desk.browser(), forged)).to).toBe('/desk?refused=not_signed_in');
    issuer.wrong.nonce = 'another nonce';
    expect((await goAndReturn()).to).toBe('/desk?refused=not_signed_in');
  });

  it('refuses an answer that another browser began', async () => {
    const began = await desk.browser().ask('GET', deskPaths.oidc);
    const back = await fetch(String(began.response.headers.location), { redirect: 'manual' });
    const returned = new URL(back.headers.get('location') ?? '');
    const victim = desk.browser();
    const { response } = await victim.ask('GET', `${returned.pathname}${returned.search}`);
    expect(response.headers.location).toBe('/desk?refused=token_expired');
    expect(victim.jar.size).toBe(0);
  });
});
