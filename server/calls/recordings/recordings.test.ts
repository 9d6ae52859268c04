import { copyFile, readdir, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EncodedPacketSink, FilePathSource, Input, WEBM } from 'mediabunny';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import type { CallRecording } from '#protocol';
import { callRecordings, calls } from '../tables.ts';
import { ann, maya, type OpenCalls, openCalls, openRouters, sue } from '../testing/open-calls.ts';
import type { Person } from '../testing/person.ts';
import { type Sender, sendInto } from '../testing/sender.ts';
import { createRecordings } from './index.ts';

const routers = openRouters();
const { observer } = await import('mediasoup');
const workers: number[] = [];
observer.on('newworker', ({ pid }) => workers.push(pid));
afterAll(() => routers.close());

let shop: OpenCalls;
afterEach(() => shop.close());

/** A call with its customer and a member of staff in it. */
async function callOfTwo(recording: Parameters<typeof openCalls>[1] = { recording: { on: true } }) {
  shop = await openCalls(routers, recording);
  const call = await shop.open();
  const [customer, agent] = [shop.sit(call, maya), shop.sit(call, ann)];
  const joined = [await customer.join(), await agent.join()] as const;
  const room = shop.calls.roomNow(call);
  if (!room) throw new Error('nobody is in the call');
  const send = (who: Person, source: 'microphone' | 'camera') =>
    sendInto(room, joined[who === customer ? 0 : 1].peer, source);
  return { call, room, customer, agent, joined, send };
}

const folder = () => join(shop.store.settings.HEXKEY_DATA, 'recordings');
const fileOf = (id: string) => join(folder(), `${id}.webm`);
const files = () => readdir(folder()).catch(() => []);
const listed = () => shop.calls.recordings.list('talk-1');
const tracksOf = ([recording]: CallRecording[]) => recording?.tracks ?? [];

const until = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 30_000, interval: 20 });
/** Resolves when so much of the stream is on its way to the disk that there is a file. */
const begun = (count: number) => until(async () => expect(await files()).toHaveLength(count));
const written = (bytes: number) =>
  until(async () => {
    const sizes = await Promise.all(
      (await files()).map(async (name) => (await stat(join(folder(), name))).size),
    );
    expect(Math.max(0, ...sizes)).toBeGreaterThan(bytes);
  });
const over = () =>
  until(async () => {
    const recordings = await listed();
    expect(recordings.length).toBeGreaterThan(0);
    expect(recordings.every(({ running }) => !running)).toBe(true);
  });

async function parse(id: string) {
  const input = new Input({ formats: [WEBM], source: new FilePathSource(fileOf(id)) });
  const [track, ...more] = await input.getTracks();
  if (!track || more.length > 0) throw new Error('a file has one track');
  const packets = [];
  for await (const packet of new EncodedPacketSink(track).packets()) packets.push(packet);
  const picture = track.isVideoTrack() ? [track.codedWidth, track.codedHeight] : undefined;
  const duration = await input.computeDuration();
  input.dispose();
  const rotation = track.isVideoTrack() ? track.rotation : undefined;
  return { codec: track.codec, duration, picture, rotation, packets };
}

/** Sends and waits until all of it has gone through the worker. */
async function sendAll(sender: Sender, frames: number, bytes: number) {
  sender.send(frames);
  await written(bytes);
}

describe('a call that is recorded', () => {
  it('is a file for each stream that opens again: its length, its track, a key frame first', async () => {
    const { call, customer, agent, send } = await callOfTwo();
    const [camera, voice, staff] = [
      await send(customer, 'camera'),
      await send(customer, 'microphone'),
      await send(agent, 'microphone'),
    ];
    voice.send(60);
    staff.send(60);
    await sendAll(camera, 60, 40_000);
    await begun(3);
    await agent.get('done', { ask: 'end' });
    await over();

    const recordings = await listed();
    expect(recordings).toMatchObject([
      { call, startedAt: '2031-03-03T10:00:00.000Z', keptUntil: '2031-04-02T10:00:00.000Z' },
    ]);
    const tracks = tracksOf(recordings);
    expect(
      tracks.map(({ name, role, source, codec }) => `${name} ${role} ${source} ${codec}`).sort(),
    ).toEqual(['Ann agent microphone opus', 'Maya customer camera vp8', 'Maya customer microphone opus']);
    const picture = tracks.find(({ codec }) => codec === 'vp8');
    const seen = await parse(picture?.id ?? '');
    expect(seen).toMatchObject({ codec: 'vp8', picture: [320, 240] });
    expect(seen.packets.map(({ type }) => type)).toEqual([
      'key',
      ...Array(29).fill('delta'),
      'key',
      ...Array(29).fill('delta'),
    ]);
    expect(seen.duration).toBeCloseTo(2, 1);
    expect(picture?.durationMs).toBeCloseTo(2_000, -2);
    expect(picture?.bytes).toBe((await stat(fileOf(picture?.id ?? ''))).size);
    const sound = tracks.find(({ role }) => role === 'agent');
    const heard = await parse(sound?.id ?? '');
    expect(heard.codec).toBe('opus');
    expect(heard.packets).toHaveLength(60);
    expect(heard.duration).toBeCloseTo(1.2, 1);
    for (const path of [folder(), fileOf(sound?.id ?? '')]) expect((await stat(path)).mode & 0o077).toBe(0);
  });

  it('says so to everybody who joins, guests too, and leaves out what a supervisor whispers', async () => {
    const { call, room, customer, joined, send } = await callOfTwo();
    const { token } = await shop.calls.invite(call, { name: 'Gus', invitedBy: 's-ann' });
    const { guest } = await shop.calls.guestOf(token);
    const third = await shop.sit(call, { role: 'guest', name: 'Gus', guest }).join();
    for (const each of [...joined, third]) expect(each.room.recordingSince).toBe('2031-03-03T10:00:00.000Z');
    const supervisor = shop.sit(call, sue);
    const whisper = await sendInto(room, (await supervisor.join()).peer, 'microphone', 'staff');
    const voice = await send(customer, 'microphone');
    whisper.send(50);
    voice.send(50);
    await begun(1);
    await shop.calls.end(call, 'staff_ended');
    await over();
    expect(tracksOf(await listed()).map(({ role }) => role)).toEqual(['customer']);
  });

  it('ends with its worker, playable up to there; what is sent on the next one is a file of its own', async () => {
    const { room, customer, send } = await callOfTwo();
    await sendAll(await send(customer, 'camera'), 60, 40_000);
    process.kill(workers.at(-1) ?? 0, 'SIGKILL');
    await customer.next('media_restarted');
    await over();
    const [first] = tracksOf(await listed());
    expect((await parse(first?.id ?? '')).packets.length).toBeGreaterThan(40);
    expect(room.hasMedia).toBe(true);
    await sendAll(await send(customer, 'camera'), 31, 16_000);
    await begun(2);
  });

  it('is upright: a phone that is turned begins another file', async () => {
    const { call, customer, send } = await callOfTwo();
    const camera = await send(customer, 'camera');
    await sendAll(camera, 30, 16_000);
    shop.clock.now = new Date(shop.clock.now.getTime() + 1_000);
    camera.turn(90);
    camera.send(31);
    await begun(2);
    await shop.calls.end(call, 'staff_ended');
    await over();
    const seen = await Promise.all(tracksOf(await listed()).map(({ id }) => parse(id)));
    expect(seen.map(({ rotation, packets }) => [rotation, packets[0]?.type])).toEqual([
      [0, 'key'],
      [90, 'key'],
    ]);
  });

  it('is whole when the server is closed', async () => {
    const { customer, send } = await callOfTwo();
    await sendAll(await send(customer, 'camera'), 60, 40_000);
    await shop.calls.close();
    const [track] = tracksOf(await listed());
    expect(track?.durationMs).toBeGreaterThan(1_000);
    expect((await parse(track?.id ?? '')).duration).toBeCloseTo((track?.durationMs ?? 0) / 1_000, 1);
  });

  it('goes on when the disk fills up: recording stops, and staff alone are told why, once', async () => {
    let free = 10_000_000_000;
    const freeBytes = async () => free;
    const { customer, agent, send } = await callOfTwo({ recording: { on: true, freeBytes } });
    await sendAll(await send(customer, 'camera'), 60, 40_000);
    free = 0;
    const second = await send(agent, 'microphone');
    second.send(5);
    expect(await agent.next('recording')).toEqual({ type: 'recording', since: null, failed: 'disk_full' });
    expect(await customer.next('recording')).toEqual({ type: 'recording', since: null });
    await over();
    const { room } = await agent.get('room', { ask: 'room' });
    expect(room).toMatchObject({ recordingFailed: 'disk_full' });
    expect(room.recordingSince).toBeUndefined();
    const seenByCustomer = (await customer.get('room', { ask: 'room' })).room;
    expect(seenByCustomer.recordingFailed).toBeUndefined();
    expect(agent.of('recording')).toHaveLength(1);
    const [track] = tracksOf(await listed());
    expect((await parse(track?.id ?? '')).packets.length).toBeGreaterThan(40);
  });

  it('goes on when the files cannot be written at all', async () => {
    const { call, customer, agent, send } = await callOfTwo();
    await writeFile(folder(), 'a file where the folder should be');
    (await send(customer, 'microphone')).send(5);
    expect((await agent.next('recording')).failed).toBe('recording_failed');
    expect(shop.calls.roomNow(call)?.ended).toBe(false);
    expect(await listed()).toEqual([]);
  });
});

describe('by default', () => {
  it('nothing is recorded, and nobody is told that anything were', async () => {
    const { call, room, customer, joined } = await callOfTwo({});
    const from = room.peers.get(joined[0].peer);
    expect(
      from && shop.calls.recordings.record({ id: call, conversation: 'talk-1' }, () => {}),
    ).toBeUndefined();
    expect(joined[0].room.recordingSince).toBeUndefined();
    expect(joined[1].room.recordingSince).toBeUndefined();
    expect(customer.of('recording')).toEqual([]);
    await shop.calls.end(call, 'staff_ended');
    expect(await files()).toEqual([]);
    expect(await shop.store.db.select().from(callRecordings)).toEqual([]);
  });
});

describe('what was recorded', () => {
  const recorded = async () => {
    const opened = await callOfTwo();
    await sendAll(await opened.send(opened.customer, 'camera'), 60, 40_000);
    return opened;
  };

  it('is deleted by age and by call, file and row, and not while the call is on', async () => {
    const { call } = await recorded();
    const age = (ms: number) => shop.calls.recordings.forget(new Date(shop.clock.now.getTime() + ms));
    expect(await age(1)).toBe(0);
    const { recordings } = shop.calls;
    await expect(recordings.remove(call)).rejects.toMatchObject({ code: 'conflict' });
    await shop.calls.end(call, 'staff_ended');
    await over();
    await recordings.remove(call);
    expect(await files()).toEqual([]);
    expect(await listed()).toEqual([]);
    await expect(recordings.remove(call)).rejects.toMatchObject({ code: 'not_found' });

    const later = await shop.open();
    const again = shop.sit(later, maya);
    const { peer } = await again.join();
    const room = shop.calls.roomNow(later);
    if (!room) throw new Error('nobody is in the call');
    await sendAll(await sendInto(room, peer, 'camera'), 60, 40_000);
    await shop.calls.end(later, 'staff_ended');
    await over();
    expect(await age(0)).toBe(0);
    expect(await age(1)).toBe(1);
    expect(await files()).toEqual([]);
    expect(await listed()).toEqual([]);
  });

  it('and was cut off when the server was killed is made whole at the next start', async () => {
    const { call } = await recorded();
    const [track] = tracksOf(await listed());
    const id = track?.id ?? '';
    await copyFile(fileOf(id), `${folder()}/cut`);
    await shop.calls.end(call, 'staff_ended');
    await over();
    const { db } = shop.store;
    const [row] = await db.select().from(callRecordings);
    if (!row) throw new Error('nothing was recorded');
    await copyFile(`${folder()}/cut`, fileOf(id));
    await db.update(callRecordings).set({ endedAt: null, durationMs: 0, bytes: 0 });
    const empty = { ...row, id: 'empty', endedAt: null };
    await db.insert(callRecordings).values(empty);
    await writeFile(fileOf('empty'), Buffer.alloc(100));
    await truncate(fileOf('empty'), 40);

    const nextStart = createRecordings({
      db,
      path: folder(),
      on: false,
      days: 30,
      log: shop.log,
      now: () => new Date(shop.clock.now.getTime() + 60_000),
    });
    await nextStart.mendAll();
    const [mended, ...others] = tracksOf(await nextStart.list('talk-1'));
    expect(others).toEqual([]);
    const { packets, duration } = await parse(id);
    expect(packets.length).toBeGreaterThanOrEqual(30);
    expect(packets[0]?.type).toBe('key');
    expect(mended?.durationMs).toBeCloseTo(duration * 1_000, -1);
    expect(await files()).toEqual(expect.not.arrayContaining(['empty.webm']));
    expect((await db.select().from(calls)).length).toBe(1);
  });
});
