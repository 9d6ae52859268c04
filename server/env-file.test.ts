import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withEnvFile } from './env-file.ts';

describe('a file of settings', () => {
  let folder = '';
  let file = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hexkey-env-'));
    file = join(folder, '.env');
    writeFileSync(file, '# the shop\nPORT=9000\nHEXKEY_OIDC_NAME="Staff of the shop"\n');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('sets what the environment leaves unset, and the environment counts before it', () => {
    expect(withEnvFile({ PORT: '80', HOST: '::' }, file)).toEqual({
      PORT: '80',
      HOST: '::',
      HEXKEY_OIDC_NAME: 'Staff of the shop',
    });
  });

  test('in the project’s folder need not be there', () => {
    expect(withEnvFile({ HOST: '::' }, join(folder, 'none'))).toEqual({ HOST: '::' });
  });

  test('is left alone where HEXKEY_ENV_FILE is empty', () => {
    expect(withEnvFile({ HEXKEY_ENV_FILE: '' }, file)).toEqual({ HEXKEY_ENV_FILE: '' });
  });

  test('that is named is read in place of the usual one', () => {
    expect(withEnvFile({ HEXKEY_ENV_FILE: file }, join(folder, 'none')).PORT).toBe('9000');
  });

  test('that is named and not there is an error that names it', () => {
    const missing = join(folder, 'missing.env');
    expect(() => withEnvFile({ HEXKEY_ENV_FILE: missing }, file)).toThrow(
      `HEXKEY_ENV_FILE names ${missing}, which cannot be read.`,
    );
  });
});
