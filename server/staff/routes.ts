import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import {
  Credentials,
  DemoSignIn,
  deskPaths,
  InvitationAnswer,
  PasswordChange,
  PasswordReset,
  SetUp,
  SignInWays,
  StaffSession,
} from '#protocol';
import { HexkeyError } from '../errors.ts';
import type { StaffSignedIn } from './contract.ts';
import type { OwnCookie } from './cookie.ts';
import type { OpenedStaff } from './create-staff.ts';
import type { OwnPageRule } from './own-page.ts';
import { longestMs, type Session } from './sessions.ts';

export interface StaffRoutesOptions {
  staff: OpenedStaff;
  cookie: OwnCookie;
  requireOwnPage: OwnPageRule;
  /** See `StaffOptions`. */
  demo: boolean;
  /** The identity provider's name on the button, where there is one. */
  oidcName?: string | undefined;
}

const tags = ['staff'];
const NoContent = Type.Null({ description: 'Done.' });

export const sessionOf = ({ staff, expiresAt }: StaffSignedIn) => ({
  staff,
  expiresAt: expiresAt.toISOString(),
});

/** Ways in and out of the desk. */
export const staffRoutes: FastifyPluginAsyncTypebox<StaffRoutesOptions> = async (
  app,
  { staff, cookie, requireOwnPage, demo, oidcName },
) => {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (request.method !== 'GET') requireOwnPage(request);
  });

  /** A session begins with a token of its own, and the one that the browser had before ends. */
  const enter = async (request: FastifyRequest, reply: FastifyReply, session: Session) => {
    await staff.signOut(request.headers.cookie);
    reply.header('set-cookie', cookie.write(session.token, longestMs / 1000));
    request.log.info({ staff: session.staff.id }, 'signed in to the desk');
    return sessionOf(session);
  };
  /**
   * To everybody who can reach the page, until somebody administers it. Whether somebody sits at this very machine cannot be
   * told: a proxy beside the server looks like it.
   */
  const offersDemo = async () => demo && oidcName === undefined && !(await staff.hasAdmin());

  app.get(
    deskPaths.ways,
    { schema: { tags, summary: 'How staff may sign in here', response: { 200: SignInWays } } },
    async () => ({
      password: await staff.anyPassword(),
      ...(oidcName !== undefined && { oidc: { name: oidcName } }),
      demo: await offersDemo(),
      setUp: !(await staff.hasAdmin()),
    }),
  );

  app.get(
    deskPaths.session,
    {
      schema: {
        tags,
        security: [{ staff: [] }],
        summary: 'Who is signed in; a sign of life of the session',
        response: { 200: StaffSession },
      },
    },
    async (request) => sessionOf(await staff.signedIn(request)),
  );

  app.post(
    deskPaths.session,
    {
      schema: {
        tags,
        summary: 'Sign in with a password',
        body: Credentials,
        response: { 200: StaffSession },
      },
    },
    async (request, reply) => {
      const session = await staff.signIn(request.body, request.ip).catch((error: unknown) => {
        if (error instanceof HexkeyError)
          request.log.warn({ code: error.code }, 'sign-in to the desk refused');
        throw error;
      });
      return enter(request, reply, session);
    },
  );

  app.delete(
    deskPaths.session,
    { schema: { tags, summary: 'Sign out', response: { 204: NoContent } } },
    async (request, reply) => {
      await staff.signOut(request.headers.cookie);
      return reply.header('set-cookie', cookie.write('', 0)).code(204).send(null);
    },
  );

  app.post(
    deskPaths.demoSession,
    {
      schema: {
        tags,
        summary: "Sign in as one of the demo shop's staff, where that is offered",
        body: DemoSignIn,
        response: { 200: StaffSession },
      },
    },
    async (request, reply) => {
      if (!(await offersDemo()))
        throw new HexkeyError('forbidden', 'The demo is over here: somebody administers the desk now.');
      return enter(request, reply, await staff.signInDemo(request.body.role ?? 'agent'));
    },
  );

  app.post(
    deskPaths.setUp,
    {
      schema: {
        tags,
        summary: "Make the first admin's account, with the token of the set-up link",
        body: SetUp,
        response: { 200: StaffSession },
      },
    },
    async (request, reply) => enter(request, reply, await staff.setUp(request.body)),
  );

  app.post(
    deskPaths.acceptInvitation,
    {
      schema: {
        tags,
        summary: 'Make an account, with the token of an invitation',
        body: InvitationAnswer,
        response: { 200: StaffSession },
      },
    },
    async (request, reply) => enter(request, reply, await staff.acceptInvitation(request.body)),
  );

  app.post(
    deskPaths.password,
    {
      schema: {
        tags,
        security: [{ staff: [] }],
        summary: "Change one's own password; every other session ends",
        body: PasswordChange,
        response: { 200: StaffSession },
      },
    },
    async (request, reply) => {
      const { staff: member } = await staff.signedIn(request);
      return enter(request, reply, await staff.changePassword(member, request.body, request.ip));
    },
  );

  app.post(
    deskPaths.resetPassword,
    {
      schema: {
        tags,
        summary: "Choose a new password, with the token of an admin's link; every other session ends",
        body: PasswordReset,
        response: { 200: StaffSession },
      },
    },
    async (request, reply) => enter(request, reply, await staff.resetPassword(request.body)),
  );
};
