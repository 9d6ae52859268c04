import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import type { Settings } from '../config.ts';
import { HexkeyError } from '../errors.ts';
import { makePrivateFolder } from '../paths.ts';

const Secret = Type.String({ minLength: 32 });

const Made = Type.Object({ token: Secret, webhook: Secret, shopKey: Secret });

/** `token` signs shopper tokens, `webhook` signs carrier messages, `shopKey` is the back end's bearer key. */
export type Secrets = Static<typeof Made>;

export type SecretSettings = Pick<
  Settings,
  'HEXKEY_DATA' | 'HEXKEY_TOKEN_SECRET' | 'HEXKEY_WEBHOOK_SECRET' | 'HEXKEY_SHOP_KEY'
>;

/**
 * Secrets from the settings; those left unset are made at the first start and kept in `secrets.json` in HEXKEY_DATA,
 * readable by its owner alone. Nodes that share a PostgreSQL store each have a folder of their own: set all three there.
 */
export function readSecrets(settings: SecretSettings): Secrets {
  const { HEXKEY_TOKEN_SECRET: token, HEXKEY_WEBHOOK_SECRET: webhook, HEXKEY_SHOP_KEY: shopKey } = settings;
  if (token && webhook && shopKey) return { token, webhook, shopKey };
  const made = keptSecrets(settings.HEXKEY_DATA);
  return {
    token: token ?? made.token,
    webhook: webhook ?? made.webhook,
    shopKey: shopKey ?? made.shopKey,
  };
}

function keptSecrets(folder: string): Secrets {
  makePrivateFolder(folder);
  const path = join(folder, 'secrets.json');
  const draft = join(folder, `secrets-draft.${process.pid}`);
  rmSync(draft, { force: true });
  const fresh: Secrets = { token: makeSecret(), webhook: makeSecret(), shopKey: makeSecret() };
  writeFileSync(draft, JSON.stringify(fresh, null, 2), { mode: 0o600 });
  try {
    linkSync(draft, path);
    return fresh;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  chmodSync(path, 0o600);
  return parse(readFileSync(path, 'utf8'), path);
}

const makeSecret = () => randomBytes(32).toString('base64url');

function parse(text: string, path: string): Secrets {
  try {
    return Value.Parse(Made, JSON.parse(text));
  } catch (error) {
    throw new HexkeyError(
      'bad_request',
      `${path} is damaged. Bring it back from a copy, or delete it: new secrets are made, and shopper tokens signed with the old ones end.`,
      { cause: error },
    );
  }
}

const variables = {
  token: 'HEXKEY_TOKEN_SECRET',
  webhook: 'HEXKEY_WEBHOOK_SECRET',
  shopKey: 'HEXKEY_SHOP_KEY',
} as const;

/**
 * Makes a new secret in place of a kept one, in force from the next start, and answers it. Throws `bad_request` for a secret
 * that there is not, and `conflict` where the settings give it.
 */
export function rotateSecret(settings: SecretSettings, name: string): string {
  const names = Object.keys(variables) as (keyof Secrets)[];
  const key = names.find((known) => known === name);
  if (!key) throw new HexkeyError('bad_request', `There is no key ${name}: ${names.join(', ')}.`);
  if (settings[variables[key]] !== undefined)
    throw new HexkeyError('conflict', `This key is set by ${variables[key]}: change it there.`);
  const folder = settings.HEXKEY_DATA;
  const fresh = { ...keptSecrets(folder), [key]: makeSecret() };
  const draft = join(folder, `secrets-draft.${process.pid}`);
  writeFileSync(draft, JSON.stringify(fresh, null, 2), { mode: 0o600 });
  renameSync(draft, join(folder, 'secrets.json'));
  return fresh[key];
}
