import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { openStore, type Store } from '../index.ts';

/** For `describe.each(engines)`: whatever stores something is tested on both. */
export const engines = ['pglite', 'postgres'] as const;

export interface FreshStore extends Store {
  /** Opens the same store in another process. */
  settings: { HEXKEY_DATA: string; DATABASE_URL?: string };
}

/** An empty store with its tables, of its own; gone when closed. */
export async function freshStore(engine: Store['engine']): Promise<FreshStore> {
  const folder = await mkdtemp(join(tmpdir(), 'hexkey-store-'));
  const template = await templateOf(engine);
  if (engine === 'pglite') {
    await cp(template, folder, { recursive: true });
    return ofItsOwn({ HEXKEY_DATA: folder }, () => rm(folder, { recursive: true, force: true }));
  }
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const onServer = async (statement: string) => {
    const client = new pg.Client(databaseAt(template, 'postgres'));
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await onServer(`create database ${name} template ${new URL(template).pathname.slice(1)}`);
  return ofItsOwn({ HEXKEY_DATA: folder, DATABASE_URL: databaseAt(template, name) }, async () => {
    await onServer(`drop database ${name} with (force)`);
    await rm(folder, { recursive: true, force: true });
  });
}

const databaseAt = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;

async function templateOf(engine: Store['engine']): Promise<string> {
  const response = await fetch(`${inject('storeTemplates')}/${engine}`);
  const text = await response.text();
  if (!response.ok) throw new Error(`the ${engine} template could not be made: ${text}`);
  return text;
}

async function ofItsOwn(settings: FreshStore['settings'], remove: () => Promise<void>): Promise<FreshStore> {
  const store = await openStore(settings);
  return {
    ...store,
    settings,
    async close() {
      await store.close();
      await remove();
    },
  };
}
