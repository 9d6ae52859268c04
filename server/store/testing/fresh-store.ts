import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { inject } from 'vitest';
import { openStore, type Store } from '../index.ts';

/** For `describe.each(engines)`: whatever stores something is tested on both. */
export const engines = ['pglite', 'postgres'] as const;

export interface StorePlace {
  /** Opens the store, here or in another process. */
  settings: { HEXKEY_DATA: string; DATABASE_URL?: string };
  remove(): Promise<void>;
}

export type FreshStore = Store & { settings: StorePlace['settings'] };

/** An empty store with its tables, of its own and open; gone when closed. */
export async function freshStore(engine: Store['engine']): Promise<FreshStore> {
  const { settings, remove } = await freshPlace(engine);
  const store = await openStore(settings);
  return { ...store, settings, close: () => store.close().then(remove) };
}

/** The same, not opened, and there until it is removed. */
export async function freshPlace(engine: Store['engine']): Promise<StorePlace> {
  const folder = await mkdtemp(join(tmpdir(), 'hexkey-store-'));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  const template = await templateOf(engine);
  if (engine === 'pglite') {
    await copyFolder(template, folder);
    return { settings: { HEXKEY_DATA: folder }, remove: removeFolder };
  }
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(template, `create database ${name} template ${new URL(template).pathname.slice(1)}`);
  return {
    settings: { HEXKEY_DATA: folder, DATABASE_URL: databaseAt(template, name) },
    async remove() {
      await onServer(template, `drop database ${name} with (force)`);
      await removeFolder();
    },
  };
}

/** Twelve hundred files: the system's own program copies them in a quarter of the time that Node takes. */
async function copyFolder(from: string, to: string): Promise<void> {
  if (process.platform === 'win32') await cp(from, to, { recursive: true });
  else await promisify(execFile)('cp', ['-R', `${from}/.`, to]);
}

async function onServer(template: string, statement: string) {
  const client = new pg.Client(databaseAt(template, 'postgres'));
  await client.connect();
  await client.query(statement);
  await client.end();
}

const databaseAt = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;

async function templateOf(engine: Store['engine']): Promise<string> {
  const response = await fetch(`${inject('storeTemplates')}/${engine}`);
  const text = await response.text();
  if (!response.ok) throw new Error(`the ${engine} template could not be made: ${text}`);
  return text;
}
