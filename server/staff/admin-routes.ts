import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import {
  deskPages,
  deskPaths,
  Invitation,
  InvitationLink,
  InvitationRequest,
  StaffAccount,
  StaffChange,
} from '#protocol';
import type { OpenedStaff } from './create-staff.ts';
import type { OwnPageRule } from './own-page.ts';

export interface StaffAdminRoutesOptions {
  staff: OpenedStaff;
  requireOwnPage: OwnPageRule;
  /** The address under which browsers reach this server. */
  baseOf: (request: { host: string }) => string;
}

const Params = Type.Object({ id: Type.String({ maxLength: 64 }) });

/** What admins do with accounts. */
export const staffAdminRoutes: FastifyPluginAsyncTypebox<StaffAdminRoutesOptions> = async (
  app,
  { staff, requireOwnPage, baseOf },
) => {
  const shown = { tags: ['staff'], security: [{ staff: [] }] };
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (request.method !== 'GET') requireOwnPage(request);
    await staff.signedIn(request, 'admin');
  });

  app.get(
    deskPaths.members,
    {
      schema: { ...shown, summary: 'Everybody with an account', response: { 200: Type.Array(StaffAccount) } },
    },
    () => staff.accounts(),
  );

  app.patch(
    `${deskPaths.members}/:id`,
    {
      schema: {
        ...shown,
        summary: 'Change a role, or who may sign in; their sessions end',
        params: Params,
        body: StaffChange,
        response: { 200: StaffAccount },
      },
    },
    async ({ params, body, log }) => {
      const account = await staff.change(params.id, body);
      log.info({ staff: account.id, role: account.role, active: account.active }, 'an account was changed');
      return account;
    },
  );

  app.post(
    deskPaths.resetLink(':id').replace('%3A', ':'),
    {
      schema: {
        ...shown,
        summary: 'Make a link that gives an account a new password; it is shown this once',
        params: Params,
        response: { 200: InvitationLink },
      },
    },
    async (request) => {
      const { token, ...account } = await staff.resetLink(request.params.id);
      request.log.info({ staff: request.params.id }, 'a link for a new password was made');
      return { ...account, link: `${baseOf(request)}${deskPages.reset}#${token}` };
    },
  );

  app.get(
    deskPaths.invitations,
    {
      schema: {
        ...shown,
        summary: 'Invitations that nobody has answered yet',
        response: { 200: Type.Array(Invitation) },
      },
    },
    () => staff.invitations(),
  );

  app.post(
    deskPaths.invitations,
    {
      schema: {
        ...shown,
        summary: 'Invite somebody; the link is shown this once',
        body: InvitationRequest,
        response: { 200: InvitationLink },
      },
    },
    async (request) => {
      const { token, ...invitation } = await staff.invite(request.body);
      request.log.info({ role: invitation.role }, 'somebody was invited to the desk');
      return { ...invitation, link: `${baseOf(request)}${deskPages.invitation}#${token}` };
    },
  );
};
