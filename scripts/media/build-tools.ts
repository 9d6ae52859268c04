import { spawnSync } from 'node:child_process';
import { HexkeyError } from '../../server/errors.ts';
import { runChild } from '../setup/child.mjs';

/** What the build needs, how to tell that it is there, and the Debian package that brings it. */
const needs: { has: [program: string, ...args: string[]]; debian: string }[] = [
  { has: ['c++', '--version'], debian: 'g++' },
  { has: ['cmake', '--version'], debian: 'cmake' },
  { has: ['ninja', '--version'], debian: 'ninja-build' },
  { has: ['flatc', '--version'], debian: 'flatbuffers-compiler' },
  { has: ['pkg-config', '--version'], debian: 'pkg-config' },
  { has: ['pkg-config', '--exists', 'libuv'], debian: 'libuv1-dev' },
  { has: ['pkg-config', '--exists', 'openssl'], debian: 'libssl-dev' },
  { has: ['pkg-config', '--exists', 'libsrtp2'], debian: 'libsrtp2-dev' },
  { has: ['pkg-config', '--exists', 'usrsctp'], debian: 'libusrsctp-dev' },
  { has: ['pkg-config', '--exists', 'absl_strings'], debian: 'libabsl-dev' },
  { has: ['pkg-config', '--exists', 'flatbuffers'], debian: 'libflatbuffers-dev' },
];

const runs = ([program, ...args]: [string, ...string[]]) =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0;

const missing = () => needs.filter(({ has }) => !runs(has)).map(({ debian }) => debian);

/** Has apt install what is missing where it may; otherwise throws `not_found` with the line that does. */
export async function ensureBuildTools(): Promise<void> {
  const lacking = missing();
  if (lacking.length === 0) return;
  if (process.getuid?.() === 0 && runs(['apt-get', '--version'])) {
    console.log(`Installing with apt what the build needs: ${lacking.join(' ')}.`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await runChild('apt-get', ['update', '-qq'], { env });
    await runChild('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...lacking], { env });
  }
  const still = missing();
  if (still.length > 0)
    throw new HexkeyError(
      'not_found',
      `Building the media worker needs ${still.join(', ')}. On Debian: sudo apt-get install ${still.join(' ')}. ` +
        'Then run npm run media:build again.',
    );
}
