import { describe, expect, it } from 'vitest';
import { cacheNameOf, dropOlder, renewKept } from './renew.ts';

const origin = 'https://shop.example';
const page = `${origin}/guide/ashby-desk`;
const script = `${origin}/assets/guide-new.js`;

/** As much of the browser's cache storage as a renewal touches, in memory. */
function storage(kept: Record<string, string[]>) {
  const stores = new Map(Object.entries(kept).map(([name, addresses]) => [name, new Set(addresses)]));
  const open = async (name: string) => {
    const addresses = stores.get(name) ?? new Set<string>();
    stores.set(name, addresses);
    return {
      keys: async () => [...addresses].map((url) => ({ url })),
      put: async (address: string) => void addresses.add(address),
    };
  };
  const caches = {
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
    open,
  };
  return { caches: caches as unknown as CacheStorage, stores };
}

const answer = async (address: string) =>
  address === page
    ? new Response('<script src="/assets/guide-new.js">', {
        headers: { 'content-type': 'text/html; charset=utf-8' },
      })
    : new Response('{}');

describe('a new version', () => {
  const name = cacheNameOf('new');

  it('fetches the guides that were opened, and the scripts that their pages now ask for', async () => {
    const data = `${origin}/v1/guides/ashby-desk`;
    const { caches, stores } = storage({
      [cacheNameOf('old')]: [page, data, `${origin}/assets/guide-old.js`],
    });
    await renewKept(name, caches, answer, origin);
    expect([...(stores.get(name) ?? [])]).toEqual([page, data, script]);
  });

  it('forgets what older versions kept, and leaves the caches of others alone', async () => {
    const { caches, stores } = storage({ [cacheNameOf('old')]: [], [name]: [], 'shop-pictures': [] });
    await dropOlder(name, caches);
    expect([...stores.keys()]).toEqual([name, 'shop-pictures']);
  });

  it('is put off where the network is away', async () => {
    const { caches } = storage({ [cacheNameOf('old')]: [page] });
    const away = () => Promise.reject(new TypeError('Failed to fetch'));
    await expect(renewKept(name, caches, away, origin)).rejects.toThrow('Failed to fetch');
  });
});
