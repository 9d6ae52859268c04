import { compactVerify, decodeJwt, errors, jwtVerify, SignJWT } from 'jose';
import { HexkeyError } from '../errors.ts';

/**
 * A shopper token is a JWT signed with HS256 and HEXKEY_TOKEN_SECRET:
 * `sub` the customer's id in the shop, `iss` "shop" (or "hexkey-demo"), `aud` "hexkey", `scope` with the word "shopper",
 * `iat`, and `exp`. The shop's site makes one for a signed-in shopper; 15 minutes is a good life, 12 hours the longest.
 */
export const audience = 'hexkey';
const issuers = { shop: 'shop', demo: 'hexkey-demo' } as const;
const scope = 'shopper';
const algorithm = 'HS256';

/** Seconds by which the shop's clock may differ from this one. */
const clockToleranceSeconds = 10;
/** The demo's tokens; the page fetches a new one when the old one ends. */
const demoLifeSeconds = 12 * 3600;
const longestLifeSeconds = 12 * 3600;

export interface VerifiedToken {
  customer: string;
  expiresAt: Date;
}

export interface ShopperTokens {
  /** The customer's id, and until when the token is good. Throws `not_signed_in` and `token_expired`. */
  verify(token: string): Promise<VerifiedToken>;
  issueDemo(customer: string): Promise<{ token: string; expiresAt: Date }>;
  /** For whoever builds the shop's site: that the token is good, or everything that is wrong with it. */
  explain(token: string): Promise<string>;
}

export function createShopperTokens(secret: string, now: () => Date = () => new Date()): ShopperTokens {
  const key = new TextEncoder().encode(secret);
  const verify: ShopperTokens['verify'] = async (token) => {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [algorithm],
      audience,
      issuer: Object.values(issuers),
      requiredClaims: ['sub', 'iat', 'exp'],
      maxTokenAge: longestLifeSeconds,
      clockTolerance: clockToleranceSeconds,
      currentDate: now(),
    }).catch((error: unknown) => {
      throw refused(error);
    });
    const scopes = typeof payload.scope === 'string' ? payload.scope.split(' ') : [];
    if (!payload.sub || !scopes.includes(scope)) throw notSignedIn();
    const { iat = 0, exp = 0 } = payload;
    const until = Math.min(exp, iat + longestLifeSeconds) + clockToleranceSeconds;
    return { customer: payload.sub, expiresAt: new Date(until * 1000) };
  };
  return {
    verify,
    async issueDemo(customer) {
      const issuedAt = Math.floor(now().getTime() / 1000);
      const expires = issuedAt + demoLifeSeconds;
      const token = await new SignJWT({ scope })
        .setProtectedHeader({ alg: algorithm })
        .setSubject(customer)
        .setIssuer(issuers.demo)
        .setAudience(audience)
        .setIssuedAt(issuedAt)
        .setExpirationTime(expires)
        .sign(key);
      return { token, expiresAt: new Date(expires * 1000) };
    },
    async explain(token) {
      const faults = [...(await signatureFaults(token, key)), ...claimFaults(token, now())];
      if (faults.length > 0) return `The token is refused: ${faults.join('; ')}.`;
      const { customer, expiresAt } = await verify(token);
      return `The token is good: customer ${customer}, until ${expiresAt.toISOString()}.`;
    },
  };
}

async function signatureFaults(token: string, key: Uint8Array): Promise<string[]> {
  try {
    await compactVerify(token, key, { algorithms: [algorithm] });
    return [];
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed)
      return ["it is not signed with this server's HEXKEY_TOKEN_SECRET"];
    if (error instanceof errors.JOSEAlgNotAllowed) return [`its header's alg must be ${algorithm}`];
    return ['it is no signed JWT: three parts with dots between'];
  }
}

function claimFaults(token: string, now: Date): string[] {
  let claims: ReturnType<typeof decodeJwt>;
  try {
    claims = decodeJwt(token);
  } catch {
    return [];
  }
  const seconds = now.getTime() / 1000;
  const { sub, iss, aud, iat, nbf, exp } = claims;
  const faults: string[] = [];
  if (!sub) faults.push("sub must be the customer's id");
  if (!Object.values(issuers).some((known) => known === iss)) faults.push(`iss must be "${issuers.shop}"`);
  if (![aud].flat().includes(audience)) faults.push(`aud must be "${audience}"`);
  if (typeof claims.scope !== 'string' || !claims.scope.split(' ').includes(scope))
    faults.push(`scope must hold the word "${scope}"`);
  if (typeof iat !== 'number') faults.push('iat must be there, in seconds');
  else if (iat > seconds + clockToleranceSeconds)
    faults.push('iat lies in the future: seconds since 1970 are meant, and the clocks must agree');
  else if (seconds - iat > longestLifeSeconds + clockToleranceSeconds)
    faults.push(`it is older than ${longestLifeSeconds / 3600} hours`);
  if (typeof nbf === 'number' && nbf > seconds + clockToleranceSeconds) faults.push('nbf lies in the future');
  if (typeof exp !== 'number') faults.push('exp must be there, in seconds');
  else if (exp <= seconds - clockToleranceSeconds) faults.push('it has expired');
  return faults;
}

function refused(error: unknown): HexkeyError {
  if (error instanceof errors.JWTExpired)
    return new HexkeyError('token_expired', 'You have been signed out. Reload the page to sign in again.');
  if (error instanceof errors.JOSEError) return notSignedIn(error);
  return new HexkeyError('internal', 'The sign-in could not be checked.', { cause: error });
}

export const notSignedIn = (cause?: Error): HexkeyError =>
  new HexkeyError(
    'not_signed_in',
    'Please sign in to the shop first, so that Hexkey knows whose orders these are.',
    cause ? { cause } : undefined,
  );
