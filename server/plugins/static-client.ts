import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import fp from 'fastify-plugin';
import { deskPages } from '#protocol';
import { fromRoot } from '../paths.ts';

export interface StaticClientOptions {
  /** The folder of the built client. */
  client: string;
}

/** Where `npm run build` puts the client. */
export const builtClient = fromRoot('dist', 'client');

const year = 31_536_000;

/** A browser asks for it with the page's first bytes, before any script has run. */
const fetchedEarly = (path: string) => `<${path}>; rel=preload; as=fetch; crossorigin`;

/** The built pages, the product pictures and the guides' models. Hashed assets are cached for a year, the rest asks again. */
export const staticClient = fp<StaticClientOptions>(async (app, { client }) => {
  await app.register(fastifyStatic, {
    root: fromRoot('assets', 'pictures'),
    prefix: '/pictures/',
    maxAge: '1h',
  });
  await app.register(fastifyStatic, {
    root: fromRoot('assets', 'guides'),
    prefix: '/guides/',
    decorateReply: false,
    // Asked for again each time: a guide's words and its model change together.
    cacheControl: false,
    setHeaders: (reply) => reply.setHeader('cache-control', 'no-cache'),
    allowedPath: (path) => /^\/[a-z0-9-]+\/(model\.glb|thumbnail\.png)$/.test(path),
  });
  // `npm run dev` serves the client from Vite and may run before anything was built
  if (!existsSync(client)) return;
  await app.register(fastifyStatic, {
    root: client,
    prefix: '/',
    decorateReply: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = /[/\\]assets[/\\]/.test(path);
      reply.setHeader('cache-control', hashed ? `public, max-age=${year}, immutable` : 'no-cache');
    },
  });
  app.get('/guide', { schema: { hide: true } }, (_request, reply) =>
    reply
      .header('cache-control', 'no-cache')
      .sendFile('index.html', join(client, 'guide'), { cacheControl: false }),
  );
  app.get<{ Params: { slug: string } }>(
    '/guide/:slug(^[a-z0-9-]+$)',
    { schema: { hide: true } },
    ({ params: { slug } }, reply) =>
      reply
        .header('cache-control', 'no-cache')
        .header('link', [`/v1/guides/${slug}`, `/guides/${slug}/model.glb`].map(fetchedEarly).join(', '))
        .sendFile('index.html', join(client, 'guide'), { cacheControl: false }),
  );
  app.get<{ Params: { id: string } }>(
    '/article/:id(^[a-z0-9-]+$)',
    { schema: { hide: true } },
    (_request, reply) =>
      reply
        .header('cache-control', 'no-cache')
        .sendFile('index.html', join(client, 'article'), { cacheControl: false }),
  );
  for (const page of Object.values(deskPages)) {
    app.get(page, { schema: { hide: true } }, (_request, reply) =>
      reply
        .header('cache-control', 'no-cache')
        .sendFile('index.html', join(client, 'desk'), { cacheControl: false }),
    );
  }
});
