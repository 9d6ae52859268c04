import { toString as qrCode } from 'qrcode';
import { deskPages } from '#protocol';

export interface Listening {
  port: number;
  /** The address that was asked for, without --lan. */
  host: string;
  secure: boolean;
  /** Addresses on the local network, with --lan. */
  addresses: string[];
  /** Where browsers reach the server, where a proxy stands before it. */
  publicUrl?: string | undefined;
  /** Of the link that makes the desk's first admin; none when there is one. */
  setUpToken?: string | undefined;
  /** There is a media worker: staff can call. */
  calls: boolean;
}

/** Prints where to find the page, and how long the start took since the process began. */
export async function announce({
  port,
  host,
  secure,
  addresses,
  calls,
  publicUrl,
  setUpToken,
}: Listening): Promise<void> {
  const seconds = (performance.now() / 1000).toFixed(1);
  const local = host === '0.0.0.0' || host === '::' || secure ? 'localhost' : host;
  const address = `${secure ? 'https' : 'http'}://${name(local)}:${port}`;
  const lines = ['', `  Hexkey is ready in ${seconds} s:  ${address}/`];
  if (setUpToken) {
    const base = publicUrl?.replace(/\/$/, '') ?? address;
    lines.push(
      '  nobody administers the desk yet; within 24 hours this link makes the first admin, once:',
      `    ${base}${deskPages.setUp}#${setUpToken}`,
    );
  }
  const [first] = addresses;
  if (first) {
    const phone = `https://${first}:${port}/`;
    lines.push(
      ...addresses.map((other) => `  on the local network:  https://${other}:${port}/`),
      '',
      await qrCode(phone, { type: 'terminal', small: true }),
      '  The certificate is made on this machine: a phone asks once whether to trust it.',
    );
  } else if (secure) {
    lines.push('  This machine has no address on a local network: connect to one and start again.');
  }
  if (!calls)
    lines.push('', '  Live calls are off: `npm run media:build` turns them on. Everything else runs.');
  process.stdout.write(`${lines.join('\n')}\n\n`);
}

const name = (host: string): string =>
  host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
