import { X509Certificate } from 'node:crypto';
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import type { NetworkInterfaceInfo } from 'node:os';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lanAddresses, localCertificate } from './index.ts';

const address = (ip: string, internal = false): NetworkInterfaceInfo => ({
  address: ip,
  netmask: '255.255.255.0',
  family: 'IPv4',
  mac: '00:00:00:00:00:00',
  internal,
  cidr: `${ip}/24`,
});

test('the addresses are those a phone can reach, real networks first', () => {
  const found = lanAddresses({
    lo: [address('127.0.0.1', true)],
    docker0: [address('172.17.0.1')],
    wlan0: [address('192.168.1.20'), address('169.254.3.4')],
  });
  expect(found).toEqual(['192.168.1.20', '172.17.0.1']);
});

describe('the certificate', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hexkey-lan-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('is good for localhost and every address, and its key is private', async () => {
    const { cert } = await localCertificate(folder, ['192.168.1.20', '10.0.0.5']);
    const read = new X509Certificate(cert);
    expect(read.checkHost('localhost')).toBe('localhost');
    for (const ip of ['127.0.0.1', '192.168.1.20', '10.0.0.5']) expect(read.checkIP(ip)).toBe(ip);
    expect((await stat(join(folder, 'lan-key.pem'))).mode & 0o777).toBe(0o600);
  });

  test('stands in a folder that others cannot read, though it is the first to come to it', async () => {
    const fresh = join(folder, 'data');
    await localCertificate(fresh, ['192.168.1.20']);
    expect((await stat(fresh)).mode & 0o777).toBe(0o700);
    await chmod(fresh, 0o755);
    await localCertificate(fresh, ['10.0.0.5']);
    expect((await stat(fresh)).mode & 0o777).toBe(0o750);
  });

  test('is kept: a phone that trusted it once is not asked again', async () => {
    const first = await localCertificate(folder, ['192.168.1.20']);
    expect(await localCertificate(folder, ['192.168.1.20'])).toEqual(first);
  });

  test('is made anew on another network', async () => {
    const first = await localCertificate(folder, ['192.168.1.20']);
    const second = await localCertificate(folder, ['10.0.0.5']);
    expect(second.cert).not.toBe(first.cert);
    expect(new X509Certificate(second.cert).checkIP('10.0.0.5')).toBe('10.0.0.5');
  });
});
