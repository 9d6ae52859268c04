import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fp from 'fastify-plugin';
import { HexkeyError } from '../errors.ts';

export interface SecurityOptions {
  /** Origins that may frame the page and read the API, beside our own. */
  origins: string[];
  /** The page is served over TLS. */
  secure: boolean;
}

/** An address may be a whole office or a phone network: one shopper's visit takes some 25 files and few questions. */
const requestsPerMinute = { api: 600, files: 6000 };

const kindOf = (url: string): keyof typeof requestsPerMinute => (url.startsWith('/v1/') ? 'api' : 'files');

/** Response headers, cross-origin rules and a limit on requests an address. */
export const security = fp<SecurityOptions>(async (app, { origins, secure }) => {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // the audio codecs are WebAssembly
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        // the component library sets sizes and positions as inline styles
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        frameAncestors: ["'self'", ...origins],
        frameSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    // frame-ancestors says it for browsers that allow a list
    frameguard: false,
    // the embed script and pictures are for the shop's pages too
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    hsts: secure ? { maxAge: 86_400, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header(
      'permissions-policy',
      'microphone=(self), camera=(self), xr-spatial-tracking=(self), geolocation=(), payment=()',
    );
  });
  await app.register(cors, {
    origin: origins,
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: ['authorization', 'content-type', 'idempotency-key'],
    maxAge: 600,
  });
  await app.register(rateLimit, {
    keyGenerator: ({ ip, url }) => `${ip} ${kindOf(url)}`,
    max: ({ url }) => requestsPerMinute[kindOf(url)],
    timeWindow: '1 minute',
    allowList: (request) => request.url.startsWith('/health'),
    errorResponseBuilder: (_request, { after }) =>
      new HexkeyError('rate_limited', `Too many requests from this address. Wait ${after}, then try again.`),
  });
});
