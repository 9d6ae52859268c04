import { keepingOf } from './kept.ts';
import { cacheNameOf, dropOlder, renewKept } from './renew.ts';

// The service worker's own scope, which the DOM's types leave out.
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
declare const clients: { claim(): Promise<void> };
declare function skipWaiting(): Promise<void>;

/** The build puts its version here: what an older one kept is fetched anew and then dropped. */
const cacheName = cacheNameOf('__GUIDE_VERSION__');

/** Answers vary with the asking page's origin in their headers alone, and an order in the address changes no file. */
const samePath: CacheQueryOptions = { ignoreSearch: true, ignoreVary: true };

const own = (type: string, listener: (event: never) => void) =>
  addEventListener(type, listener as (event: Event) => void);

own('install', (event: Lasting) =>
  event.waitUntil(
    renewKept(cacheName, caches, (address) => fetch(address), location.origin).then(skipWaiting),
  ),
);

own('activate', (event: Lasting) =>
  event.waitUntil(dropOlder(cacheName, caches).then(() => clients.claim())),
);

own('message', (event: Lasting & MessageEvent) => {
  const { keep } = event.data as { keep?: unknown };
  if (Array.isArray(keep)) event.waitUntil(keepAll(keep.filter((name) => typeof name === 'string')));
});

own('fetch', (event: Fetching) => {
  const keeping = keepingOf(event.request.method, new URL(event.request.url), location.origin);
  if (keeping === 'first') event.respondWith(fromCacheFirst(event.request));
  if (keeping === 'fresh') event.respondWith(fromNetworkFirst(event.request));
});

async function keepAll(addresses: string[]): Promise<void> {
  const cache = await caches.open(cacheName);
  for (const address of new Set(addresses)) {
    const keeping = keepingOf('GET', new URL(address), location.origin);
    if (keeping === 'pass' || (await cache.match(address, samePath))) continue;
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) await cache.put(plain(address), answer);
  }
}

async function fromCacheFirst(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request, samePath);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

async function fromNetworkFirst(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(plain(request.url), answer.clone());
    // A server that is being started again answers by its proxy.
    if (answer.status >= 500) return (await cache.match(request, samePath)) ?? answer;
    return answer;
  } catch (error) {
    const kept = await cache.match(request, samePath);
    if (kept) return kept;
    throw error;
  }
}

/** An order in the address is the page's business; the file is the same. */
function plain(address: string): string {
  const url = new URL(address);
  url.search = '';
  return url.href;
}
