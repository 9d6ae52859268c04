import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { HexkeyError } from '../errors.ts';

/**
 * OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB (in KiB here), 2 passes and 1 lane. Argon2id is the library's
 * default algorithm.
 */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const shortest = 12;
/** zxcvbn's score of 0 to 4; below 3 it is guessed in under 10^8 attempts. */
const leastScore = 3;

export const hashPassword = (password: string): Promise<string> =>
  hash(password.normalize('NFC'), parameters);

let nobodys: Promise<string> | undefined;

/** Takes as long where there is no account, or one without a password, as for a wrong password. */
export async function isPassword(given: string, stored: string | null | undefined): Promise<boolean> {
  nobodys ??= hashPassword(randomBytes(32).toString('base64'));
  const fits = await verify(stored ?? (await nobodys), given.normalize('NFC'));
  return fits && typeof stored === 'string';
}

/** Throws `bad_request` for a password that is short, common, or made of what `known` says of its owner. */
export async function requireGoodPassword(password: string, known: string[]): Promise<void> {
  if ([...password].length < shortest)
    throw new HexkeyError(
      'bad_request',
      `A password has at least ${shortest} characters. Take a longer one.`,
    );
  const strength = await loadStrength();
  const { score } = strength.check(password, [
    ...known.flatMap((text) => [text, ...text.split(/\W+/)]),
    'hexkey',
  ]);
  if (score < leastScore)
    throw new HexkeyError(
      'bad_request',
      'This password is easy to guess. Take several words that have nothing to do with one another.',
    );
}

let strength: ReturnType<typeof makeStrength> | undefined;
const loadStrength = () => {
  strength ??= makeStrength();
  return strength;
};

/** Its word lists take a third of a second and some megabytes: loaded when somebody chooses a password. */
async function makeStrength() {
  const [{ ZxcvbnFactory }, { adjacencyGraphs: graphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs });
}
