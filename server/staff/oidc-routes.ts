import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Compile } from 'typebox/compile';
import { deskPages, deskPaths } from '#protocol';
import { HexkeyError } from '../errors.ts';
import type { OwnCookie } from './cookie.ts';
import type { OpenedStaff } from './create-staff.ts';
import { type Oidc, OidcAttempt } from './oidc.ts';
import { longestMs } from './sessions.ts';

export interface OidcRoutesOptions {
  staff: OpenedStaff;
  oidc: Oidc;
  cookie: OwnCookie;
  /** Keeps the attempt while the browser is away; sent along when the provider sends it back. */
  attemptCookie: OwnCookie;
  baseOf: (request: { host: string }) => string;
}

const attemptSeconds = 600;
const attempts = Compile(OidcAttempt);

export const oidcCallback = `${deskPaths.oidc}/callback`;

/** Sign-in with the shop's identity provider. What goes wrong is told on the desk's page, by its code. */
export const oidcRoutes: FastifyPluginAsyncTypebox<OidcRoutesOptions> = async (
  app,
  { staff, oidc, cookie, attemptCookie, baseOf },
) => {
  const schema = (summary: string) => ({ tags: ['staff'], summary });
  const refusedPage = (error: unknown) => {
    if (!(error instanceof HexkeyError)) throw error;
    return `${deskPages.desk}?refused=${error.code}`;
  };

  app.get(
    deskPaths.oidc,
    { schema: schema('Go to the identity provider, and come back to the desk') },
    async (request, reply) => {
      try {
        const { url, attempt } = await oidc.begin(`${baseOf(request)}${oidcCallback}`);
        const kept = Buffer.from(JSON.stringify(attempt)).toString('base64url');
        reply.header('set-cookie', attemptCookie.write(kept, attemptSeconds));
        return reply.redirect(url.href);
      } catch (error) {
        request.log.warn({ err: error }, 'the identity provider cannot be reached');
        return reply.redirect(refusedPage(error));
      }
    },
  );

  app.get(
    oidcCallback,
    { schema: schema('Where the identity provider sends the browser back to') },
    async (request, reply) => {
      const forget = attemptCookie.write('', 0);
      try {
        const attempt = readAttempt(attemptCookie.read(request.headers.cookie));
        const returned = new URL(request.url, baseOf(request));
        const session = await staff.signInVerified(await oidc.finish(returned, attempt));
        await staff.signOut(request.headers.cookie);
        request.log.info({ staff: session.staff.id }, 'signed in to the desk');
        reply.header('set-cookie', [forget, cookie.write(session.token, longestMs / 1000)]);
        return reply.redirect(deskPages.desk);
      } catch (error) {
        request.log.warn({ err: error }, 'sign-in with the identity provider refused');
        reply.header('set-cookie', forget);
        return reply.redirect(refusedPage(error));
      }
    },
  );
};

function readAttempt(kept: string | undefined): OidcAttempt {
  try {
    const attempt: unknown = JSON.parse(Buffer.from(kept ?? '', 'base64url').toString('utf8'));
    if (attempts.Check(attempt)) return attempt;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new HexkeyError('token_expired', 'The sign-in took too long. Begin again.');
}
