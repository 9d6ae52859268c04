import { randomUUID } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskPaths } from '#protocol';
import { callRecordings, calls } from '../../calls/tables.ts';
import { openTestDesk, type TestDesk } from '../testing/desk-app.ts';

let app: TestDesk;
const call = randomUUID();
const track = randomUUID();
const file = Buffer.from('0123456789');

beforeAll(async () => {
  app = await openTestDesk();
  const { db } = app.store;
  const at = new Date('2031-03-03T10:00:00Z');
  await db.insert(calls).values({ id: call, conversation: 'talk-1', customer: 'c-maya', openedAt: at });
  await db.insert(callRecordings).values({
    id: track,
    call,
    conversation: 'talk-1',
    name: 'Maya',
    role: 'customer',
    source: 'camera',
    codec: 'vp8',
    startedAt: at,
    endedAt: at,
    durationMs: 12_000,
    bytes: file.length,
  });
  await mkdir(app.recordings.path);
  await writeFile(join(app.recordings.path, `${track}.webm`), file);
});
afterAll(() => app.close());

const get = (path: string, headers: Record<string, string>) => fetch(`${app.origin}${path}`, { headers });

describe('recordings', () => {
  it('are for supervisors: agents, customers and strangers are refused', async () => {
    const agent = await app.signIn('agent');
    const token = await app.tokenOf('c-maya');
    for (const path of [deskPaths.recordings, deskPaths.recordedTrack(track)]) {
      expect((await agent.ask('GET', path)).body.code).toBe('forbidden');
      expect((await get(path, { authorization: `Bearer ${token}` })).status).toBe(401);
      expect((await get(path, {})).status).toBe(401);
    }
    expect((await agent.ask('DELETE', deskPaths.recording(call))).body.code).toBe('forbidden');
    expect(await readdir(app.recordings.path)).toHaveLength(1);
  });

  it('are listed for a conversation and for all', async () => {
    const { ask } = await app.signIn('supervisor');
    const all = await ask('GET', deskPaths.recordings);
    expect(all.body).toMatchObject([
      {
        call,
        conversation: 'talk-1',
        running: false,
        tracks: [{ id: track, name: 'Maya', durationMs: 12_000 }],
      },
    ]);
    expect((await ask('GET', `${deskPaths.recordings}?conversation=talk-1`)).body).toEqual(all.body);
    expect((await ask('GET', `${deskPaths.recordings}?conversation=talk-2`)).body).toEqual([]);
  });

  it('are sent whole or in ranges, and kept in no cache', async () => {
    const { cookie } = await app.signIn('supervisor');
    const whole = await get(deskPaths.recordedTrack(track), { cookie });
    expect(whole.headers.get('content-type')).toBe('video/webm');
    expect(whole.headers.get('cache-control')).toBe('private, no-store');
    expect(await whole.text()).toBe('0123456789');
    const part = await get(deskPaths.recordedTrack(track), { cookie, range: 'bytes=2-4' });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe('bytes 2-4/10');
    expect(await part.text()).toBe('234');
    for (const id of [randomUUID(), `..%2f${track}`, '..%2f..%2fetc%2fpasswd'])
      expect((await get(`/v1/desk/recordings/tracks/${id}`, { cookie })).status).toBeGreaterThanOrEqual(400);
  });

  it('are deleted from our own page, once', async () => {
    const { cookie, ask } = await app.signIn('supervisor');
    const foreign = await fetch(`${app.origin}${deskPaths.recording(call)}`, {
      method: 'DELETE',
      headers: { cookie, origin: 'https://elsewhere.example' },
    });
    expect(foreign.status).toBe(403);
    expect((await ask('DELETE', deskPaths.recording(call))).status).toBe(204);
    expect((await ask('DELETE', deskPaths.recording(call))).body.code).toBe('not_found');
    expect(await readdir(app.recordings.path)).toEqual([]);
    expect((await ask('GET', deskPaths.recordings)).body).toEqual([]);
  });
});
