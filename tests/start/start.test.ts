import { mkdtemp, rm, stat } from 'node:fs/promises';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fromRoot } from '../../server/paths.ts';
import { freshPlace, type StorePlace } from '../../server/store/testing/fresh-store.ts';
import { type ServerProcess, spawnNode, spawnServer } from './server-process.ts';

let place: StorePlace;
let data: string;
let processes: ServerProcess[];

beforeEach(async () => {
  place = await freshPlace('pglite');
  data = place.settings.HEXKEY_DATA;
  processes = [];
});

afterEach(async () => {
  for (const { child } of processes) child.kill('SIGKILL');
  await Promise.all(processes.map(({ ended }) => ended));
  await place.remove();
});

/** On a store that has its tables, without a demo shop to fill it with: what is tested is the start itself. */
function start(environment: Record<string, string> = {}, args: string[] = []): ServerProcess {
  const usual = { HEXKEY_DATA: data, HEXKEY_DEMO: 'false', HEXKEY_THREADS: '1' };
  const server = spawnServer({ ...usual, ...environment }, args);
  processes.push(server);
  return server;
}

/** Shown to a person: what happened and what to do, and nothing of our insides. */
async function refusal(server: ServerProcess): Promise<string> {
  expect(await server.ended).toBe(1);
  expect(server.output()).not.toMatch(/\n\s+at .*:\d+/);
  return server.output();
}

describe('a server that starts', () => {
  test('on an empty folder prints its address, answers there, and closes on SIGTERM with exit code 0', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'hexkey-start-'));
    const server = start({ HEXKEY_DATA: empty, HEXKEY_DEMO: 'true' });
    const [, address] = await server.says(/Hexkey is ready in [\d.]+ s: {2}(http:\S+)/);
    const health = await fetch(`${address}health`);
    expect(await health.json()).toMatchObject({ ok: true });
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    await rm(empty, { recursive: true });
  });

  test('opens the same data again after it was closed by Ctrl-C', async () => {
    const first = start();
    await first.says(/ready in/);
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
    await start().says(/ready in/);
  });

  test('without a media worker runs everything but calls, and names the command that turns them on', async () => {
    const server = start({ MEDIASOUP_WORKER_BIN: join(data, 'no-worker') });
    const [, address] = await server.says(/ready in [\d.]+ s: {2}(http:\S+)/);
    expect(server.output()).toContain('Live calls are off: `npm run media:build` turns them on');
    expect(await (await fetch(`${address}health`)).json()).toMatchObject({ ok: true });
  });

  test('with --lan serves HTTPS with a certificate kept for its owner alone', async () => {
    const server = start({}, ['--lan']);
    const [, address] = await server.says(/ready in [\d.]+ s: {2}(https:\S+)/);
    const status = await new Promise((resolve, reject) => {
      request(`${address}health`, { rejectUnauthorized: false }, (response) => resolve(response.statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(200);
    expect((await stat(join(data, 'lan-key.pem'))).mode & 0o777).toBe(0o600);
  });
});

describe('a server that cannot start says what to do', () => {
  test('when the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const output = await refusal(start({ PORT: String(port) }));
    other.close();
    expect(output).toContain(`Port ${port} is taken by another program`);
    expect(output).toContain(`PORT=${port + 1} npm start`);
  });

  test('when another process uses the same data', async () => {
    const first = start();
    await first.says(/ready in/);
    expect(await refusal(start())).toMatch(
      new RegExp(`is in use by process ${first.child.pid}.*HEXKEY_DATA`, 's'),
    );
  });

  test('when a setting is wrong', async () => {
    const output = await refusal(start({ PORT: 'eighty', HEXKEY_LOG: 'loud' }));
    expect(output).toMatch(/Wrong settings: .*PORT/);
    expect(output).toContain('HEXKEY_LOG');
  });

  test('when it is given an option that it does not know', async () => {
    expect(await refusal(start({}, ['--wan']))).toContain('npm start -- --lan');
  });

  test('when this machine has no such address', async () => {
    expect(await refusal(start({ HOST: '192.0.2.77' }))).toMatch(/no address 192\.0\.2\.77.*HOST/);
  });

  test('when models are missing', async () => {
    const output = await refusal(start({ HEXKEY_MODELS: join(data, 'none') }));
    expect(output).toMatch(/npm (run models|start)/);
  });

  test('when Node is too old', async () => {
    const pretend = "Object.defineProperty(process.versions, 'node', { value: '18.20.4' });";
    const old = `data:text/javascript,${encodeURIComponent(pretend)}`;
    const output = await refusal(spawnNode(['--import', old, fromRoot('scripts', 'start.mjs')], {}));
    expect(output).toMatch(/needs Node 20\.19 or newer; this is Node 18\.20\.4/);
  });
});
