import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type FreshStore, freshStore } from '../../store/testing/fresh-store.ts';
import { endCall, openCall } from '../call-rows.ts';
import { createGuestLinks, guestLinkMinutes } from './guest-links.ts';

describe.each(engines)('a guest link on %s', (engine) => {
  const key = new TextEncoder().encode('a key that signs links of guests');
  let store: FreshStore;
  let now = new Date('2031-03-03T10:00:00Z');
  const links = () => createGuestLinks({ db: store.db, key, now: () => now });
  const open = async (conversation: string) =>
    (await openCall(store.db, { conversation, customer: 'c-1' }, now)).id;
  const refusal = (token: string) =>
    links()
      .guestOf(token)
      .then(
        () => 'let in',
        ({ code }) => code,
      );

  beforeAll(async () => {
    store = await freshStore(engine);
  });
  afterAll(() => store.close());

  it('names its guest and its call, the same each time it is opened', async () => {
    const call = await open('one');
    const { token, expiresAt } = await links().invite(call, { name: 'Bo \u202Eevil', invitedBy: 's-ann' });
    const guest = await links().guestOf(token);
    expect(guest).toEqual({ call, name: 'Bo evil', guest: expect.any(String) });
    expect(await links().guestOf(token)).toEqual(guest);
    expect(expiresAt.getTime() - now.getTime()).toBe(guestLinkMinutes * 60_000);
  });

  it('opens nothing after its time, though it was opened before', async () => {
    const { token, expiresAt } = await links().invite(await open('two'), { name: 'Bo', invitedBy: 's-ann' });
    expect(await refusal(token)).toBe('let in');
    const before = now;
    now = new Date(expiresAt.getTime() + 1_000);
    expect(await refusal(token)).toBe('token_expired');
    now = before;
  });

  it('opens nothing after the call, and none is made for it', async () => {
    const call = await open('three');
    const { token } = await links().invite(call, { name: 'Bo', invitedBy: 's-ann' });
    await endCall(store.db, call, 'staff_ended', now);
    expect(await refusal(token)).toBe('too_late');
    await expect(links().invite(call, { name: 'Bo', invitedBy: 's-ann' })).rejects.toMatchObject({
      code: 'too_late',
    });
  });

  it('that was made elsewhere opens nothing', async () => {
    const call = await open('four');
    const { token } = await links().invite(call, { name: 'Bo', invitedBy: 's-ann' });
    const [head, body, signature] = token.split('.');
    const claims = { sub: 'made-up', jti: call, aud: 'hexkey-guest', exp: now.getTime() / 1000 + 60 };
    const sign = (own: Record<string, unknown>, by = key) =>
      new SignJWT(own).setProtectedHeader({ alg: 'HS256' }).sign(by);
    for (const forged of [
      '',
      'nonsense',
      `${head}.${body}.${signature?.split('').reverse().join('')}`,
      await sign(claims),
      await sign(claims, new TextEncoder().encode('the key of somebody else entirely')),
      await sign({ ...claims, aud: 'hexkey' }),
    ])
      expect(await refusal(forged)).toBe('not_signed_in');
  });

  it('needs a call that there is, and a name that can be read', async () => {
    const invite = (call: string, name: string) => links().invite(call, { name, invitedBy: 's-ann' });
    await expect(invite('no such call', 'Bo')).rejects.toMatchObject({ code: 'not_found' });
    await expect(invite(await open('five'), '\u200B\u202E')).rejects.toMatchObject({ code: 'bad_request' });
  });
});
