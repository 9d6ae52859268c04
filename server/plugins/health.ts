import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';

export interface HealthOptions {
  /** Whether each part can serve now; called at every request to /health/ready. */
  checks: Record<string, () => Promise<boolean>>;
}

/** `/health/live`: the process answers. `/health/ready`: every part does; 503 naming those that do not. */
export const health: FastifyPluginAsyncTypebox<HealthOptions> = async (app, { checks }) => {
  const Health = Type.Object({ ok: Type.Boolean(), parts: Type.Record(Type.String(), Type.Boolean()) });
  const schema = { tags: ['health'], response: { 200: Health, 503: Health } };
  app.get('/health/live', { schema }, async () => ({ ok: true, parts: {} }));
  for (const url of ['/health', '/health/ready']) {
    app.get(url, { schema }, async (request, reply) => {
      const parts: Record<string, boolean> = {};
      for (const [name, check] of Object.entries(checks)) {
        parts[name] = await check().catch((error: unknown) => {
          request.log.warn({ err: error, part: name }, 'health check failed');
          return false;
        });
      }
      const ok = Object.values(parts).every(Boolean);
      return reply.code(ok ? 200 : 503).send({ ok, parts });
    });
  }
};
