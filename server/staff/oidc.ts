import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import { HexkeyError } from '../errors.ts';

export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** What the browser keeps between going to the provider and coming back. */
export const OidcAttempt = Type.Object({
  state: Type.String({ minLength: 20, maxLength: 200 }),
  nonce: Type.String({ minLength: 20, maxLength: 200 }),
  verifier: Type.String({ minLength: 43, maxLength: 128 }),
});
export type OidcAttempt = Static<typeof OidcAttempt>;

const Claims = Type.Object({
  email: Type.String({ minLength: 3, maxLength: 200 }),
  email_verified: Type.Literal(true),
  name: Type.Optional(Type.String({ maxLength: 200 })),
});

/** Sign-in with the shop's identity provider: authorization code flow with PKCE, state and nonce. */
export interface Oidc {
  /** Where the browser is sent, and what to keep until it is back at `redirectUri`. */
  begin(redirectUri: string): Promise<{ url: URL; attempt: OidcAttempt }>;
  /** Whom the provider vouches for. Throws `not_signed_in`, and `forbidden` for an email it has not verified. */
  finish(returned: URL, attempt: OidcAttempt): Promise<{ email: string; name?: string | undefined }>;
}

export function createOidc({ issuer, clientId, clientSecret }: OidcSettings): Oidc {
  let known: Promise<Configuration> | undefined;
  const configuration = () => {
    known ??= discovery(new URL(issuer), clientId, clientSecret, undefined, {
      // The settings take plain HTTP on this machine alone.
      execute: new URL(issuer).protocol === 'http:' ? [allowInsecureRequests] : [],
    }).catch((error: unknown) => {
      known = undefined;
      throw new HexkeyError(
        'overloaded',
        'The identity provider does not answer. Try again, or sign in with your password.',
        { cause: error },
      );
    });
    return known;
  };
  return {
    async begin(redirectUri) {
      const attempt = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid email profile',
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
      });
      return { url, attempt };
    },
    async finish(returned, { state, nonce, verifier }) {
      const tokens = await authorizationCodeGrant(await configuration(), returned, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      }).catch((error: unknown) => {
        throw new HexkeyError('not_signed_in', 'The identity provider did not sign you in. Try again.', {
          cause: error,
        });
      });
      const claims = tokens.claims();
      if (!Value.Check(Claims, claims))
        throw new HexkeyError('forbidden', 'The identity provider has not verified your email address.');
      return { email: claims.email, name: claims.name };
    },
  };
}
