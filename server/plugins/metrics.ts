import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof createMetrics>;

/** What the server counts about itself. Nothing here names a person. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const common = { registers: [registry] };
  return {
    registry,
    sockets: new Gauge({ name: 'hexkey_voice_sockets', help: 'Voice sockets open now.', ...common }),
    finalLatency: new Histogram({
      name: 'hexkey_final_latency_seconds',
      help: 'From the last spoken sample to the final transcript.',
      buckets: [0.1, 0.2, 0.3, 0.4, 0.5, 0.75, 1, 2, 5],
      ...common,
    }),
    utterances: new Counter({
      name: 'hexkey_utterances_total',
      help: 'Utterances by what became of them: final, no_words or error.',
      labelNames: ['outcome'] as const,
      ...common,
    }),
    partials: new Counter({ name: 'hexkey_partials_total', help: 'Partial transcripts sent.', ...common }),
    busy: new Counter({
      name: 'hexkey_partials_dropped_periods_total',
      help: 'Times that partials began to be dropped so that finals stay in time.',
      ...common,
    }),
    turns: new Counter({
      name: 'hexkey_turns_total',
      help: 'Turns of conversation by intent and source.',
      labelNames: ['intent', 'source'] as const,
      ...common,
    }),
    turnTime: new Histogram({
      name: 'hexkey_turn_seconds',
      help: 'From words understood to reply stored.',
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1],
      ...common,
    }),
    errors: new Counter({
      name: 'hexkey_errors_total',
      help: 'Errors answered, by code.',
      labelNames: ['code'] as const,
      ...common,
    }),
  };
}

export interface MetricsRouteOptions {
  metrics: Metrics;
  /** Throws for whoever may not read them: they tell how a shop is doing. */
  requireOperator: (request: FastifyRequest) => Promise<void>;
}

/** `/metrics` in Prometheus' text format. */
export const metricsRoute: FastifyPluginAsync<MetricsRouteOptions> = async (
  app,
  { metrics, requireOperator },
) => {
  app.server.on('upgrade', (_request, socket) => {
    metrics.sockets.inc();
    socket.once('close', () => metrics.sockets.dec());
  });
  app.get('/metrics', { onRequest: requireOperator, schema: { hide: true } }, async (_request, reply) => {
    reply.header('content-type', metrics.registry.contentType);
    return metrics.registry.metrics();
  });
};
