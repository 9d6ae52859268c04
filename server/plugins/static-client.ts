import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import fp from 'fastify-plugin';
import { fromRoot } from '../paths.ts';

export interface StaticClientOptions {
  /** The built client; default dist/client. */
  client?: string;
}

const year = 31_536_000;

/** The built page and the product pictures. Hashed assets are cached for a year, the rest asks again. */
export const staticClient = fp<StaticClientOptions>(async (app, { client = fromRoot('dist', 'client') }) => {
  await app.register(fastifyStatic, {
    root: fromRoot('assets', 'pictures'),
    prefix: '/pictures/',
    maxAge: '1h',
  });
  // `npm run dev` serves the client from Vite and may run before anything was built
  if (!existsSync(client)) return;
  await app.register(fastifyStatic, {
    root: client,
    prefix: '/',
    decorateReply: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = /[/\\]assets[/\\]/.test(path);
      reply.setHeader('cache-control', hashed ? `public, max-age=${year}, immutable` : 'no-cache');
    },
  });
});
