import { describe, expect, it } from 'vitest';
import { listenOn } from './create-routers.ts';

const reachable = () => ['192.168.1.20', '10.0.0.4'];
const here = { HOST: '127.0.0.1', HEXKEY_MEDIA_PORT: 44_800 };

describe('where a media worker listens', () => {
  it('is one port of its own by UDP and TCP, counted from the first', async () => {
    expect(await listenOn(here, 2, reachable)).toEqual([
      { protocol: 'udp', ip: '127.0.0.1', port: 44_802 },
      { protocol: 'tcp', ip: '127.0.0.1', port: 44_802 },
    ]);
  });

  it('is any free port where 0 is set', async () => {
    const [udp] = await listenOn({ ...here, HEXKEY_MEDIA_PORT: 0 }, 3, reachable);
    expect(udp).toEqual({ protocol: 'udp', ip: '127.0.0.1' });
  });

  it('is told to callers as the address that is set, where the machine itself does not have it', async () => {
    const [udp] = await listenOn({ ...here, HEXKEY_MEDIA_ANNOUNCED: '203.0.113.9' }, 0, reachable);
    expect(udp).toMatchObject({ ip: '127.0.0.1', announcedAddress: '203.0.113.9' });
  });

  it.each(['0.0.0.0', '::'])(
    'is told as an address that can be sent to, where it is all of them (%s)',
    async (HOST) => {
      const [udp] = await listenOn({ ...here, HOST }, 0, reachable);
      expect(udp).toMatchObject({ ip: HOST, announcedAddress: '192.168.1.20' });
      const [alone] = await listenOn({ ...here, HOST }, 0, () => []);
      expect(alone).toMatchObject({ announcedAddress: '127.0.0.1' });
    },
  );

  it('is an IPv4 address for a name that has one', async () => {
    const [udp] = await listenOn({ ...here, HOST: 'localhost' }, 0, reachable);
    expect(udp).toMatchObject({ ip: '127.0.0.1' });
  });
});
