import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { types } from 'mediasoup';
import type { Settings } from '../../config.ts';
import { lanAddresses } from '../../lan/index.ts';

export type ListenSettings = Pick<Settings, 'HOST' | 'HEXKEY_MEDIA_ANNOUNCED' | 'HEXKEY_MEDIA_PORT'>;

/**
 * Where the worker of that index listens, by UDP and by TCP on one port of its own, and the address that callers are told.
 * On all addresses at once ("0.0.0.0") they are told the one that others on the local network reach, unless the settings
 * name another: nobody can send to "0.0.0.0".
 */
export async function listenOn(
  settings: ListenSettings,
  index: number,
  reachable: () => string[] = lanAddresses,
): Promise<types.TransportListenInfo[]> {
  const { HEXKEY_MEDIA_PORT: first } = settings;
  // Addresses are taken as they are; of a name the first, IPv4 where it has one.
  const ip = isIP(settings.HOST) ? settings.HOST : (await lookup(settings.HOST, { verbatim: false })).address;
  const isEverywhere = ip === '0.0.0.0' || ip === '::';
  const announcedAddress =
    settings.HEXKEY_MEDIA_ANNOUNCED ?? (isEverywhere ? (reachable()[0] ?? '127.0.0.1') : undefined);
  const common = {
    ip,
    ...(announcedAddress ? { announcedAddress } : {}),
    // 0 leaves the choice to mediasoup.
    ...(first > 0 ? { port: first + index } : {}),
  };
  return [
    { protocol: 'udp', ...common },
    { protocol: 'tcp', ...common },
  ];
}
