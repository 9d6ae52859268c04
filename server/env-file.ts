import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { HexkeyError } from './errors.ts';
import { fromRoot } from './paths.ts';

/**
 * The environment with what a file of `NAME=value` lines says where the environment says nothing: `.env` in the project's
 * folder where there is one, or the file that HEXKEY_ENV_FILE names; none where that is empty.
 */
export function withEnvFile(
  environment: Record<string, string | undefined>,
  usual = fromRoot('.env'),
): Record<string, string | undefined> {
  const named = environment.HEXKEY_ENV_FILE;
  const file = named ?? usual;
  if (file === '' || (named === undefined && !existsSync(file))) return environment;
  return { ...parseEnv(contentOf(file)), ...environment };
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new HexkeyError('bad_request', `HEXKEY_ENV_FILE names ${file}, which cannot be read.`, { cause });
  }
}
