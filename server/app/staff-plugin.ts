import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { articleDeskRoutes } from '../articles/index.ts';
import type { Settings } from '../config.ts';
import {
  Attendance,
  createStaffDesk,
  deskPlugin,
  deskRoutes,
  PresenceBoard,
  ratingRoutes,
} from '../desk/index.ts';
import { createConversations } from '../dialogue/index.ts';
import { HexkeyError } from '../errors.ts';
import { gapRoutes } from '../gaps/index.ts';
import {
  createOidc,
  createStaff,
  type OidcSettings,
  oidcRoutes,
  ownCookie,
  ownPageRule,
  staffAdminRoutes,
  staffRoutes,
} from '../staff/index.ts';
import type { AppServices } from './services.ts';

export interface StaffPluginOptions {
  /** This server speaks TLS itself. */
  tls: boolean;
  log: FastifyBaseLogger;
}

/** Staff, their desk, and what its pages ask for. `register` needs `@fastify/websocket` on the app. */
export async function openStaffPlugin(
  settings: Settings,
  parts: AppServices,
  { tls, log }: StaffPluginOptions,
) {
  const { store, bus, calls, orders, guides, identity, dialogue, demo, articles, gaps } = parts;
  const publicUrl = settings.HEXKEY_PUBLIC_URL?.replace(/\/$/, '');
  const secure = publicUrl?.startsWith('https:') ?? tls;
  const baseOf = ({ host }: { host: string }) => publicUrl ?? `${tls ? 'https' : 'http'}://${host}`;
  const oidc = oidcOf(settings);
  const cookie = ownCookie('hexkey_staff', { secure, sameSite: 'strict' });
  const requireOwnPage = ownPageRule(publicUrl);
  const presence = new PresenceBoard();
  const customers = new Attendance();
  const staff = await createStaff({ store, bus, cookie, demo });
  const sources = {
    db: store.db,
    orders,
    guides,
    calls,
    conversations: createConversations(store),
    customers,
  };
  const desk = createStaffDesk({
    ...sources,
    bus,
    staff,
    dialogue,
    presence,
    timeZone: settings.HEXKEY_TIME_ZONE,
    onError: (error) => log.error({ err: error }, 'a conversation with staff could not be seen to'),
  });
  return {
    staff,
    desk,
    customers,
    async register(app: FastifyInstance): Promise<void> {
      const oidcName = oidc && (settings.HEXKEY_OIDC_NAME ?? new URL(oidc.issuer).host);
      await app.register(staffRoutes, { staff, cookie, requireOwnPage, demo, oidcName });
      await app.register(staffAdminRoutes, { staff, requireOwnPage, baseOf });
      if (oidc) {
        const attemptCookie = ownCookie('hexkey_oidc', { secure, sameSite: 'lax' });
        await app.register(oidcRoutes, { staff, oidc: createOidc(oidc), cookie, attemptCookie, baseOf });
      }
      await app.register(deskRoutes, { staff, desk, bus, sources, requireOwnPage });
      await app.register(articleDeskRoutes, { articles, staff, requireOwnPage });
      await app.register(gapRoutes, { gaps, staff, requireOwnPage });
      await app.register(ratingRoutes, { db: store.db, bus, identity });
      await app.register(deskPlugin, { desk, staff, calls, bus, presence, requireOwnPage });
      app.addHook('onClose', async () => desk.stop());
    },
  };
}

/** Throws `bad_request` where the provider is named and not how Hexkey shows itself to it. */
function oidcOf(settings: Settings): OidcSettings | undefined {
  const {
    HEXKEY_OIDC_ISSUER: issuer,
    HEXKEY_OIDC_CLIENT_ID: clientId,
    HEXKEY_OIDC_CLIENT_SECRET: clientSecret,
  } = settings;
  if (issuer === undefined) return undefined;
  if (clientId === undefined || clientSecret === undefined)
    throw new HexkeyError(
      'bad_request',
      'HEXKEY_OIDC_ISSUER is set: set HEXKEY_OIDC_CLIENT_ID and HEXKEY_OIDC_CLIENT_SECRET, too.',
    );
  return { issuer, clientId, clientSecret };
}
