import { createHash, hkdfSync, timingSafeEqual } from 'node:crypto';

import type { Settings } from '../config.ts';
import { HexkeyError } from '../errors.ts';
import { readSecrets, type SecretSettings } from './secrets.ts';
import { createShopperTokens, notSignedIn, type VerifiedToken } from './shopper-tokens.ts';

/** The part of a request that says who asks. */
interface Asked {
  headers: { authorization?: string | undefined };
}

export interface Identity {
  /** Whose token it is, and until when it is good. Throws `not_signed_in` and `token_expired`. */
  readShopperToken(token: string): Promise<VerifiedToken>;
  /** The customer's id alone. */
  verifyShopperToken(token: string): Promise<string>;
  /** The same, of a request's bearer token. */
  shopperOf(request: Asked): Promise<string>;
  /** A hook for routes of the shop's back end: `forbidden` unless the request carries the shop's key. */
  requireShop(request: Asked): Promise<void>;
  /** The same for what watches the server: the shop's key, or HEXKEY_METRICS_TOKEN where it is set. */
  requireOperator(request: Asked): Promise<void>;
  issueDemoToken(customer: string): Promise<{ token: string; expiresAt: Date }>;
  /** Says that a shopper's token is good, or everything that is wrong with it. */
  explainToken(token: string): Promise<string>;
  /** A key for one purpose, such as links that the server signs for itself; 32 bytes, the same after a restart. */
  keyFor(purpose: string): Uint8Array;
  /** What each carrier's own secret is derived from. */
  webhookSecret: string;
}

export function createIdentity(settings: SecretSettings & Pick<Settings, 'HEXKEY_METRICS_TOKEN'>): Identity {
  const secrets = readSecrets(settings);
  const tokens = createShopperTokens(secrets.token);
  return {
    readShopperToken: tokens.verify,
    verifyShopperToken: async (token) => (await tokens.verify(token)).customer,
    async shopperOf(request) {
      const token = bearer(request);
      if (!token) throw notSignedIn();
      return (await tokens.verify(token)).customer;
    },
    async requireShop(request) {
      if (!same(bearer(request) ?? '', secrets.shopKey))
        throw new HexkeyError(
          'forbidden',
          "This needs the shop's key: send HEXKEY_SHOP_KEY (or shopKey of secrets.json) as the bearer token.",
        );
    },
    async requireOperator(request) {
      const given = bearer(request) ?? '';
      const token = settings.HEXKEY_METRICS_TOKEN;
      if (same(given, secrets.shopKey) || (token !== undefined && same(given, token))) return;
      throw new HexkeyError(
        'forbidden',
        "This needs HEXKEY_METRICS_TOKEN, or the shop's key, as the bearer token.",
      );
    },
    keyFor: (purpose) => new Uint8Array(hkdfSync('sha256', secrets.token, '', purpose, 32)),
    issueDemoToken: tokens.issueDemo,
    explainToken: tokens.explain,
    webhookSecret: secrets.webhook,
  };
}

const bearer = ({ headers }: Asked) => /^Bearer +([^ ]+)$/i.exec(headers.authorization ?? '')?.[1];

/** Takes as long for a near miss as for nonsense: digests have one length and are compared whole. */
const same = (given: string, secret: string) => timingSafeEqual(digest(given), digest(secret));
const digest = (text: string) => createHash('sha256').update(text).digest();
