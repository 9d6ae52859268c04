import { X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { makePrivateFolder } from '../paths.ts';

export interface Certificate {
  /** PEM. */
  cert: string;
  /** PEM; on disk readable by its owner alone. */
  key: string;
}

const validDays = 397;
const renewBeforeMs = 7 * 86_400_000;

/**
 * The self-made certificate kept in `folder`, for localhost, this machine's name and the given addresses. A new one is
 * made when there is none, when an address is missing from it (another network) or when it is about to run out.
 */
export async function localCertificate(folder: string, addresses: string[]): Promise<Certificate> {
  const certFile = join(folder, 'lan-certificate.pem');
  const keyFile = join(folder, 'lan-key.pem');
  if (existsSync(certFile) && existsSync(keyFile)) {
    const [cert, key] = await Promise.all([readFile(certFile, 'utf8'), readFile(keyFile, 'utf8')]);
    if (covers(cert, addresses)) return { cert, key };
  }
  const made = await make(addresses);
  makePrivateFolder(folder);
  await writeFile(keyFile, made.key, { mode: 0o600 });
  await writeFile(certFile, made.cert, { mode: 0o600 });
  return made;
}

function covers(pem: string, addresses: string[]): boolean {
  const certificate = new X509Certificate(pem);
  const lasts = Date.parse(certificate.validTo) - Date.now() > renewBeforeMs;
  return lasts && addresses.every((address) => certificate.checkIP(address) !== undefined);
}

async function make(addresses: string[]): Promise<Certificate> {
  const now = new Date();
  const pems = await generate([{ name: 'commonName', value: 'Hexkey on the local network' }], {
    keyType: 'ec',
    curve: 'P-256',
    notBeforeDate: now,
    notAfterDate: new Date(now.getTime() + validDays * 86_400_000),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 2, value: hostname() },
          ...['127.0.0.1', ...addresses].map((ip) => ({ type: 7 as const, ip })),
        ],
      },
    ],
  });
  return { cert: pems.cert, key: pems.private };
}
