import { keepingOf } from './kept.ts';

const prefix = 'hexkey-guide-';

/** Where a version keeps what it needs. */
export const cacheNameOf = (version: string): string => `${prefix}${version}`;

/**
 * Fetches anew what older versions kept of the guides, with the scripts and styles that the pages now ask for, so that
 * every guide opened once still opens without a network after an update. Rejects where the network is away: the older
 * version then stays.
 */
export async function renewKept(
  name: string,
  stores: CacheStorage,
  load: (address: string) => Promise<Response>,
  origin: string,
): Promise<void> {
  const cache = await stores.open(name);
  const addresses = new Set<string>();
  for (const older of await olderThan(name, stores)) {
    for (const { url } of await (await stores.open(older)).keys()) {
      if (keepingOf('GET', new URL(url), origin) === 'fresh') addresses.add(url);
    }
  }
  // Grows while it is gone through: a page names its scripts.
  for (const address of addresses) {
    const answer = await load(address);
    if (!answer.ok) continue;
    if (answer.headers.get('content-type')?.startsWith('text/html')) {
      const page = await answer.clone().text();
      for (const [path] of page.matchAll(/\/assets\/[\w.-]+/g)) addresses.add(new URL(path, origin).href);
    }
    await cache.put(address, answer);
  }
}

/** Forgets what older versions kept. Caches of others are left alone. */
export async function dropOlder(name: string, stores: CacheStorage): Promise<void> {
  await Promise.all((await olderThan(name, stores)).map((older) => stores.delete(older)));
}

async function olderThan(name: string, stores: CacheStorage): Promise<string[]> {
  return (await stores.keys()).filter((known) => known.startsWith(prefix) && known !== name);
}
