import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIdentity } from './index.ts';

const secret = 'a secret that is long enough for HS256';
const settings = {
  HEXKEY_DATA: '/nonexistent',
  HEXKEY_TOKEN_SECRET: secret,
  HEXKEY_WEBHOOK_SECRET: 'w'.repeat(32),
  HEXKEY_SHOP_KEY: 'k'.repeat(32),
};
const seconds = () => Math.floor(Date.now() / 1000);

/** A token as the shop's site makes it, with claims of one's own. */
const token = (claims: Record<string, unknown> = {}, { key = secret, alg = 'HS256' } = {}) =>
  new SignJWT({
    sub: 'c-1',
    iss: 'shop',
    aud: 'hexkey',
    scope: 'shopper',
    iat: seconds(),
    exp: seconds() + 900,
    ...claims,
  })
    .setProtectedHeader({ alg })
    .sign(new TextEncoder().encode(key));

describe('a key for a purpose', () => {
  it('is its own, and the same after a restart', () => {
    const [before, after] = [createIdentity(settings), createIdentity(settings)];
    expect(before.keyFor('links')).toEqual(after.keyFor('links'));
    expect(before.keyFor('links')).toHaveLength(32);
    expect(before.keyFor('links')).not.toEqual(before.keyFor('photos'));
    const other = createIdentity({ ...settings, HEXKEY_TOKEN_SECRET: 'another secret that is long enough' });
    expect(other.keyFor('links')).not.toEqual(before.keyFor('links'));
  });
});

describe('what a shopper token is explained as', () => {
  const { explainToken } = createIdentity(settings);

  it('is good, with its customer, where it is taken', async () => {
    expect(await explainToken(await token())).toMatch(/^The token is good: customer c-1, until 20\d\d-/);
  });

  it('is everything that is wrong with it, at once', async () => {
    const wrong = await token(
      { aud: 'shop', scope: undefined, exp: seconds() - 60 },
      { key: 'x'.repeat(32) },
    );
    expect(await explainToken(wrong)).toBe(
      'The token is refused: it is not signed with this server\'s HEXKEY_TOKEN_SECRET; aud must be "hexkey"; ' +
        'scope must hold the word "shopper"; it has expired.',
    );
  });

  it.each([
    ['another algorithm', () => token({}, { alg: 'HS512' }), /alg must be HS256/],
    ['milliseconds for seconds', () => token({ iat: Date.now() }), /iat lies in the future: seconds/],
    ['a time of use that is yet to come', () => token({ nbf: seconds() + 600 }), /nbf lies in the future/],
    ['no subject', () => token({ sub: undefined }), /sub must be the customer's id/],
    ['a word that is no token', async () => 'maya', /no signed JWT/],
    ['parts that hold nothing', async () => 'a.b.c', /no signed JWT/],
  ])('names %s', async (_fault, made, said) => expect(await explainToken(await made())).toMatch(said));
});

describe('a shopper token', () => {
  const identity = createIdentity(settings);

  it("of the shop's site names the customer", async () => {
    expect(await identity.verifyShopperToken(await token())).toBe('c-1');
    const headers = { authorization: `Bearer ${await token()}` };
    expect(await identity.shopperOf({ headers })).toBe('c-1');
  });

  it('of the demo names the customer it was made for', async () => {
    const issued = await identity.issueDemoToken('demo-maya');
    expect(await identity.verifyShopperToken(issued.token)).toBe('demo-maya');
    const { expiresAt } = await identity.readShopperToken(issued.token);
    expect(expiresAt.getTime() - issued.expiresAt.getTime()).toBe(10_000);
    expect(issued.expiresAt.getTime()).toBeGreaterThan(Date.now());
  });

  it.each([
    ['another secret', () => token({}, { key: 'another secret, just as long as that' })],
    ['another algorithm', () => token({}, { alg: 'HS512' })],
    ['another audience', () => token({ aud: 'another-service' })],
    ['an unknown issuer', () => token({ iss: 'somebody' })],
    ['no subject', () => token({ sub: undefined })],
    ['an empty subject', () => token({ sub: '' })],
    ['no expiry', () => token({ exp: undefined })],
    ['no time of issue', () => token({ iat: undefined })],
    ['a time of issue that is yet to come', () => token({ iat: seconds() + 600 })],
    ['a time of use that is yet to come', () => token({ nbf: seconds() + 600 })],
    ['another scope', () => token({ scope: 'staff' })],
    ['no scope', () => token({ scope: undefined })],
    [
      'no signature (alg none)',
      async () =>
        new UnsecuredJWT({ scope: 'shopper' })
          .setSubject('c-1')
          .setIssuer('shop')
          .setAudience('hexkey')
          .setIssuedAt()
          .setExpirationTime('15m')
          .encode(),
    ],
    ['a signature cut off', async () => (await token()).replace(/[^.]+$/, '')],
    [
      'claims exchanged under the signature',
      async () => {
        const [head, , signature] = (await token()).split('.');
        const [, claims] = (await token({ sub: 'c-2' })).split('.');
        return [head, claims, signature].join('.');
      },
    ],
    ['nonsense', async () => 'nonsense'],
    ['nothing', async () => ''],
  ])('with %s is refused', async (_what, make) => {
    await expect(identity.verifyShopperToken(await make())).rejects.toMatchObject({ code: 'not_signed_in' });
  });

  it.each([
    ['has expired', { exp: seconds() - 60, iat: seconds() - 900 }],
    ['is meant to live for weeks and is older than a day', { exp: seconds() + 1e6, iat: seconds() - 90_000 }],
  ])('that %s is told apart, so that the page can fetch another', async (_what, claims) => {
    await expect(identity.verifyShopperToken(await token(claims))).rejects.toMatchObject({
      code: 'token_expired',
    });
  });

  it("is good for seconds longer: the shop's clock may be a little off", async () => {
    expect(await identity.verifyShopperToken(await token({ exp: seconds() - 5 }))).toBe('c-1');
  });

  it.each([undefined, 'Bearer', 'Basic abc', 'Bearer two words'])(
    'is missing from a request with the header %s',
    async (authorization) => {
      await expect(identity.shopperOf({ headers: { authorization } })).rejects.toMatchObject({
        code: 'not_signed_in',
      });
    },
  );
});

describe("the shop's key", () => {
  const identity = createIdentity(settings);

  it('lets the back end in', async () => {
    const headers = { authorization: `Bearer ${settings.HEXKEY_SHOP_KEY}` };
    await expect(identity.requireShop({ headers })).resolves.toBeUndefined();
  });

  it('is not a shopper token, nor a part of itself', async () => {
    for (const given of [await token(), 'k'.repeat(31), ''])
      await expect(
        identity.requireShop({ headers: { authorization: `Bearer ${given}` } }),
      ).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('secrets that are not set', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hexkey-secrets-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are made once, and only their owner can read them', async () => {
    const first = createIdentity({ HEXKEY_DATA: folder });
    const issued = await first.issueDemoToken('c-1');
    const second = createIdentity({ HEXKEY_DATA: folder });
    expect(await second.verifyShopperToken(issued.token)).toBe('c-1');
    expect(second.webhookSecret).toBe(first.webhookSecret);
    expect((await stat(join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600);
  });

  it('give way to those that are', () => {
    const identity = createIdentity({ HEXKEY_DATA: folder, HEXKEY_WEBHOOK_SECRET: 's'.repeat(32) });
    expect(identity.webhookSecret).toBe('s'.repeat(32));
  });

  it('are not made anew over a damaged file', async () => {
    const path = join(folder, 'secrets.json');
    await writeFile(path, (await readFile(path, 'utf8')).slice(0, 40));
    expect(() => createIdentity({ HEXKEY_DATA: folder })).toThrow('is damaged');
  });
});
