import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openStore } from '../index.ts';
import { startPostgres } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the templates; `/pglite` and `/postgres` answer the folder or the URL of the template. */
    storeTemplates: string;
  }
}

const templateDatabase = 'hexkey_template';

/**
 * Runs before all tests and offers an empty store of each engine with its tables, to copy from: making one takes
 * seconds, copying it does not. Each is made when the first test asks for it, so that a run that stores nothing
 * starts nothing.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'hexkey-test-'));
  // PostgreSQL refuses to run as root: it then runs as a user of its own, who must get in.
  await chmod(folder, 0o755);
  const pglite = once(async () => {
    const data = join(folder, 'pglite');
    await (await openStore({ HEXKEY_DATA: data })).close();
    return data;
  });
  const postgres = once(async () => {
    const started = await startPostgres(join(folder, 'postgres'));
    await started.server.createDatabase(templateDatabase);
    const settings = { DATABASE_URL: `${started.url}/${templateDatabase}`, HEXKEY_DATA: folder };
    await (await openStore(settings)).close();
    return started;
  });
  const offer = createServer((request, response) => {
    const made =
      request.url === '/pglite'
        ? pglite.get()
        : postgres.get().then(({ url }) => `${url}/${templateDatabase}`);
    made.then(
      (template) => response.end(template),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => offer.listen(0, '127.0.0.1', resolve));
  project.provide('storeTemplates', `http://127.0.0.1:${(offer.address() as AddressInfo).port}`);
  return async () => {
    offer.close();
    await (await postgres.made())?.server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

function once<Value>(make: () => Promise<Value>) {
  let value: Promise<Value> | undefined;
  return {
    get() {
      value ??= make();
      return value;
    },
    made: async () => value,
  };
}
