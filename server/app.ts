import { createServer } from 'node:https';
import { join } from 'node:path';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { sql } from 'drizzle-orm';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyServerOptions,
  LogController,
} from 'fastify';
import fp from 'fastify-plugin';
import { type AppServices, openServices } from './app/services.ts';
import { openStaffPlugin } from './app/staff-plugin.ts';
import { createStaffPort } from './app/staff-port.ts';
import { articleRoutes } from './articles/index.ts';
import { stillRoutes } from './calls/index.ts';
import { catalogueRoutes } from './catalogue/index.ts';
import type { Settings } from './config.ts';
import { demoRoutes } from './demo/index.ts';
import type { Attendance, StaffDesk } from './desk/index.ts';
import { feedRoutes } from './feed/index.ts';
import { guidesRoutes } from './guides/index.ts';
import type { Certificate } from './lan/index.ts';
import { carrierRoutes, importRoutes, ordersRoutes } from './orders/index.ts';
import { apiDocs } from './plugins/api-docs.ts';
import { errors, frameworkErrors } from './plugins/errors.ts';
import { health } from './plugins/health.ts';
import { createMetrics, type Metrics, metricsRoute } from './plugins/metrics.ts';
import { observeDialogue, observeSpeech } from './plugins/observe.ts';
import { originRule, originsIn, shopOrigins } from './plugins/origins.ts';
import { requestLog } from './plugins/request-log.ts';
import { security } from './plugins/security.ts';
import { builtClient, staticClient } from './plugins/static-client.ts';
import { privacyRoutes } from './privacy/index.ts';
import type { Speech } from './speech/contract.ts';
import { voicePlugin } from './voice/index.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** The token of a link that makes the desk's first admin; undefined when there is one. */
    setUpToken(): Promise<string | undefined>;
  }
}

export interface AppOptions {
  log: FastifyBaseLogger;
  /** Serve HTTPS with it. */
  certificate?: Certificate;
  /** The built client, where it is not in dist/client. */
  client?: string;
  /** Hears and speaks in place of the models that the settings name; closed with the rest. */
  speech?: Speech;
}

/** The whole server, ready to listen or to be injected into. Closing it closes every part. */
export async function buildApp(
  settings: Settings,
  { log, certificate, client = builtClient, speech }: AppOptions,
) {
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 64 * 1024,
    forceCloseConnections: true,
    frameworkErrors,
    trustProxy: settings.HEXKEY_PROXIES || false,
    ...(certificate ? tls(certificate) : {}),
  }).withTypeProvider<TypeBoxTypeProvider>();

  const metrics = createMetrics();
  const parts = await openServices(settings, log, speech);
  app.addHook('onClose', () => parts.close());

  await app.register(errors, {
    onError: (code) => metrics.errors.inc({ code }),
    nowherePage: join(client, 'article'),
  });
  await app.register(requestLog);
  await app.register(security, {
    origins: shopOrigins(settings),
    pictureOrigins: originsIn(settings.HEXKEY_PICTURE_ORIGINS),
    secure: certificate !== undefined,
  });
  if (settings.HEXKEY_DOCS ?? settings.HEXKEY_DEMO) await app.register(apiDocs);
  await app.register(health, {
    checks: { store: async () => (await parts.store.db.execute(sql`select 1`)) !== undefined },
  });
  await app.register(metricsRoute, { metrics, requireOperator: parts.identity.requireOperator });
  const staffPlugin = await openStaffPlugin(settings, parts, { tls: certificate !== undefined, log });
  app.decorate('setUpToken', () => staffPlugin.staff.setUpToken());
  const { desk, customers } = staffPlugin;
  await registerFeatures(app, settings, { ...parts, staffOf: desk.staffOf, customers }, metrics);
  await staffPlugin.register(app);
  await app.register(staticClient, { client });
  return app;
}

async function registerFeatures(
  app: FastifyInstance,
  settings: Settings,
  parts: AppServices & Pick<StaffDesk, 'staffOf'> & { customers: Attendance },
  metrics: Metrics,
): Promise<void> {
  const { store, orders, articles, catalogue, guides, identity, bus, calls } = parts;
  // Its websocket server is the desk's, too.
  await app.register(fp(voicePlugin), {
    speech: observeSpeech(parts.speech, metrics),
    dialogue: observeDialogue(parts.dialogue, metrics),
    synthesis: parts.synthesis,
    verifyToken: identity.readShopperToken,
    names: async (customer: string) => (await orders.customer(customer)) ?? { firstName: '', name: '' },
    allowedOrigin: originRule(settings),
    staff: createStaffPort({ bus, calls, staffOf: parts.staffOf, customers: parts.customers }),
  });
  await app.register(ordersRoutes, { orders, identity });
  await app.register(carrierRoutes, {
    identity,
    store,
    timeZone: settings.HEXKEY_TIME_ZONE,
    sharedSecret: settings.HEXKEY_CARRIERS_SHARE_SECRET,
  });
  await app.register(importRoutes, { identity, store });
  await app.register(feedRoutes, { identity, store });
  await app.register(privacyRoutes, {
    identity,
    privacy: parts.privacy,
    links: parts.recordLinks,
  });
  await app.register(catalogueRoutes, { catalogue, identity, store });
  await app.register(articleRoutes, { articles, identity });
  await app.register(guidesRoutes, {
    guides,
    orders,
    identity,
    store,
    onMoved: (customer) => bus.publish('guide_moved', { customer }),
  });
  await app.register(stillRoutes, { calls, identity });
  if (settings.HEXKEY_DEMO) await app.register(demoRoutes, { identity });
}

function tls(certificate: Certificate): Pick<FastifyServerOptions, 'serverFactory'> {
  return { serverFactory: (handler) => createServer(certificate, handler) };
}
