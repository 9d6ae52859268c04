/**
 * How a request of the guide page is answered.
 * - `pass`: not ours; the network alone
 * - `first`: never changes under its name: from the cache, else from the network
 * - `fresh`: from the network while there is one, else from the cache
 */
export type Keeping = 'pass' | 'first' | 'fresh';

/** Only what is read is ever kept. Sign-in, progress and everything else that is somebody's own passes by. */
export function keepingOf(method: string, address: URL, origin: string): Keeping {
  if (method !== 'GET' || address.origin !== origin) return 'pass';
  const { pathname } = address;
  if (pathname.startsWith('/assets/')) return 'first';
  const guide = /^\/(guide|guides|v1\/guides)\/[a-z0-9-]+(\/(model\.glb|thumbnail\.png))?\/?$/;
  return guide.test(pathname) ? 'fresh' : 'pass';
}
