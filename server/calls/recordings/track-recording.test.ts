import { join } from 'node:path';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { withoutWorkers } from '../index.ts';
import { callRecordings } from '../tables.ts';
import { openCalls } from '../testing/open-calls.ts';
import { openFolder } from './folder.ts';
import { TrackRecording } from './track-recording.ts';

const megabyte = Buffer.alloc(1_000_000, 7);

it('a disk that cannot keep up ends a recording, and what waits for it stays bounded', async () => {
  const shop = await openCalls(withoutWorkers);
  const call = { id: await shop.open(), conversation: 'talk-1' };
  let goOn = () => {};
  const slow = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const folder = openFolder(join(shop.store.settings.HEXKEY_DATA, 'recordings'), async () => {
    await slow;
    return 10_000_000_000;
  });
  const failures: unknown[] = [];
  const recording = new TrackRecording(
    { db: shop.store.db, folder, now: () => shop.clock.now, log: pino({ level: 'silent' }) },
    { call, name: 'Maya', role: 'customer', source: 'camera' },
    { codec: 'vp8', width: 320, height: 240, rotation: 0 },
    { onFailed: (error) => failures.push(error), onOver: () => {} },
  );
  for (let piece = 0; piece < 40; piece += 1)
    recording.write({ bytes: megabyte, atMs: piece * 33, durationMs: 33, key: piece === 0 });
  expect(failures).toMatchObject([{ code: 'recording_failed' }]);
  goOn();
  await recording.close();
  const [row] = await shop.store.db.select().from(callRecordings);
  expect(row?.endedAt).toEqual(shop.clock.now);
  expect(row?.bytes).toBeGreaterThan(15 * megabyte.length);
  expect(row?.bytes).toBeLessThan(18 * megabyte.length);
  await shop.close();
});

it('a file that cannot be made leaves no row, and is told once', async () => {
  const shop = await openCalls(withoutWorkers);
  const call = { id: await shop.open(), conversation: 'talk-1' };
  const path = join(shop.store.settings.HEXKEY_DATA, 'recordings');
  const whole = openFolder(path);
  const failures: unknown[] = [];
  let over = 0;
  const recording = new TrackRecording(
    {
      db: shop.store.db,
      folder: { ...whole, pathOf: (id) => join(path, 'nowhere', id) },
      now: () => shop.clock.now,
      log: pino({ level: 'silent' }),
    },
    { call, name: 'Maya', role: 'customer', source: 'microphone' },
    { codec: 'opus' },
    { onFailed: (error) => failures.push(error), onOver: () => over++ },
  );
  for (let piece = 0; piece < 100; piece += 1)
    recording.write({ bytes: Buffer.alloc(200, 0x78), atMs: piece * 20, durationMs: 20, key: true });
  await recording.close();
  expect(failures).toHaveLength(1);
  expect(over).toBe(1);
  expect(await shop.store.db.select().from(callRecordings)).toEqual([]);
  await shop.close();
});
