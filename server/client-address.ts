import { isIPv4, isIPv6 } from 'node:net';

/**
 * Whom limits count as one: an IPv4 address, or an IPv6 network of 64 bits, which is the least that one household gets and
 * holds more addresses than any list of them. Written in one way, however it came.
 */
export function clientNetwork(address: string): string {
  const plain = address.split('%', 1)[0] ?? '';
  if (!isIPv6(plain)) return plain;
  const groups = expand(plain);
  const mapped = groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff';
  if (mapped) return groups.slice(6).flatMap(bytesOf).join('.');
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** The eight groups of a valid IPv6 address, without leading zeros. */
function expand(address: string): string[] {
  const last = address.slice(address.lastIndexOf(':') + 1);
  const hex = isIPv4(last) ? address.slice(0, -last.length) + groupsOfIPv4(last) : address;
  const [head = '', tail] = hex.split('::', 2);
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const between = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<string>(between).fill('0'), ...after].map((group) =>
    Number.parseInt(group, 16).toString(16),
  );
}

const groupsOfIPv4 = (address: string): string => {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
};

const bytesOf = (group: string): number[] => {
  const value = Number.parseInt(group, 16);
  return [value >> 8, value & 0xff];
};
