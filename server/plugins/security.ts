import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { clientNetwork } from '../client-address.ts';
import { HexkeyError } from '../errors.ts';

export interface SecurityOptions {
  /** Origins that may frame the page and read the API, beside our own. */
  origins: string[];
  /** Origins whose pictures the pages may show, beside their own. */
  pictureOrigins?: string[];
  /** The page is served over TLS. */
  secure: boolean;
}

/** An address may be a whole office or a phone network: one shopper's visit takes some 25 files and few questions. */
const requestsPerMinute = { api: 600, files: 6000 };

/** By the route that answers, and not by the address as written, which may be written in many ways. */
const kindOf = ({ url: written, routeOptions }: FastifyRequest): keyof typeof requestsPerMinute => {
  const { url = written } = routeOptions;
  const answering = url.includes('*') ? written : url;
  return answering.startsWith('/v1/') ? 'api' : 'files';
};

/** Response headers, cross-origin rules and a limit on requests an address. */
export const security = fp<SecurityOptions>(async (app, { origins, pictureOrigins = [], secure }) => {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // the audio codecs are WebAssembly
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        // the component library sets sizes and positions as inline styles
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...pictureOrigins],
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
    global: false,
    keyGenerator: (request) => `${clientNetwork(request.ip)} ${kindOf(request)}`,
    max: (request) => requestsPerMinute[kindOf(request)],
    timeWindow: '1 minute',
    allowList: ({ routeOptions: { url } }) => url?.startsWith('/health') ?? false,
    errorResponseBuilder: (_request, { after }) =>
      new HexkeyError('rate_limited', `Too many requests from this address. Wait ${after}, then try again.`),
  });
  // Before the routes' own hooks: whoever is turned away there has asked, too, and guesses are counted.
  app.addHook('onRequest', app.rateLimit());
});
