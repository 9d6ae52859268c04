import { env } from 'node:process';
import { pino } from 'pino';
import { afterAll, expect, it } from 'vitest';
import { readSettings } from '../../config.ts';
import { createRouters } from './index.ts';

const settings = readSettings({ ...env, HEXKEY_MEDIA_PORT: '0', HEXKEY_MEDIA_WORKERS: '1' });
const open = () => createRouters(settings, pino({ level: 'silent' }));
const [worker, next] = [open(), open()];
afterAll(() => Promise.all([worker.close(), next.close()]));

it('a worker makes its certificate when it starts: no other has the same', async () => {
  const printOf = async (routers: typeof worker) => {
    const { dtlsParameters } = await routers.createTransport(await routers.createRouter());
    return dtlsParameters.fingerprints.find(({ algorithm }) => algorithm === 'sha-256')?.value;
  };
  const [own, again, other] = [await printOf(worker), await printOf(worker), await printOf(next)];
  expect(own).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
  expect(again).toBe(own);
  expect(other).not.toBe(own);
});
