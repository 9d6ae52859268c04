import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

interface Granted {
  challenge: string;
  nonce: string;
  redirectUri: string;
}

/**
 * An OpenID provider on this machine: everybody who comes is `person` at once. It checks the client, the redirect address and
 * PKCE as a real one does.
 */
export async function openFakeIssuer(client: { id: string; secret: string }) {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  const granted = new Map<string, Granted>();
  const person: { email: string; email_verified: boolean; name: string } = {
    email: 'ana@shop.example',
    email_verified: true,
    name: 'Ana Reyes',
  };
  /** What the ID token says instead of the nonce that was asked for. */
  const wrong: { nonce?: string } = {};

  const answerCode = async (text: string, json: (status: number, body: object) => void) => {
    const form = new URLSearchParams(text);
    const field = (name: string) => form.get(name) ?? '';
    const grant = granted.get(field('code'));
    granted.delete(field('code'));
    const challenge = createHash('sha256').update(field('code_verifier')).digest('base64url');
    const isClient = field('client_id') === client.id && field('client_secret') === client.secret;
    if (!isClient || grant?.challenge !== challenge || grant.redirectUri !== field('redirect_uri')) {
      json(400, { error: 'invalid_grant' });
      return;
    }
    const idToken = await new SignJWT({ nonce: wrong.nonce ?? grant.nonce, ...person })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .setIssuer(issuer)
      .setAudience(client.id)
      .setSubject('person-1')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey);
    json(200, { access_token: randomUUID(), token_type: 'Bearer', expires_in: 60, id_token: idToken });
  };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    const json = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (url.pathname === '/.well-known/openid-configuration') {
      json(200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
      });
    } else if (url.pathname === '/jwks') {
      json(200, { keys: [jwk] });
    } else if (url.pathname === '/authorize') {
      const asked = url.searchParams;
      const code = randomUUID();
      const redirectUri = asked.get('redirect_uri') ?? '';
      granted.set(code, {
        challenge: asked.get('code_challenge') ?? '',
        nonce: asked.get('nonce') ?? '',
        redirectUri,
      });
      const back = new URL(redirectUri);
      back.searchParams.set('code', code);
      back.searchParams.set('state', asked.get('state') ?? '');
      response.writeHead(302, { location: back.href }).end();
    } else if (url.pathname === '/token') {
      await answerCode(await textOf(request), json);
    } else {
      json(404, {});
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    person,
    wrong,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}
