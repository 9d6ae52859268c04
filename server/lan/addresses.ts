import { networkInterfaces } from 'node:os';

/** This machine's IPv4 addresses that others on the local network can reach, likeliest first. */
export function lanAddresses(interfaces = networkInterfaces()): string[] {
  const all = Object.entries(interfaces).flatMap(([name, entries]) =>
    (entries ?? [])
      .filter((entry) => entry.family === 'IPv4' && !entry.internal && !entry.address.startsWith('169.254.'))
      .map((entry) => ({
        address: entry.address,
        virtual: /^(docker|br-|veth|virbr|vmnet|utun|tun)/.test(name),
      })),
  );
  return [...all.filter(({ virtual }) => !virtual), ...all.filter(({ virtual }) => virtual)].map(
    ({ address }) => address,
  );
}
