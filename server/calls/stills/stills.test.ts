import Fastify from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HexkeyError } from '../../errors.ts';
import { errors } from '../../plugins/errors.ts';
import { stillRoutes, withoutWorkers } from '../index.ts';
import { type OpenCalls, openCalls } from '../testing/open-calls.ts';
import { jpegSize } from './still-album.ts';

/** A JPEG of that size up to its scan: marker, a table, a frame header. */
function jpeg(width: number, height: number, frame = 0xc0): Buffer {
  const header = Buffer.from([0xff, frame, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  header.writeUInt16BE(height, 5);
  header.writeUInt16BE(width, 7);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xff, 0xdb, 0, 3, 0]),
    header,
    Buffer.from([0xff, 0xda, 0, 2, 0xff, 0xd9]),
  ]);
}

let shop: OpenCalls;
let call: string;
const app = Fastify();

beforeAll(async () => {
  shop = await openCalls(withoutWorkers);
  call = await shop.open();
  await app.register(errors);
  await app.register(stillRoutes, {
    calls: shop.calls,
    identity: {
      shopperOf: async ({ headers: { authorization } }) => {
        if (!authorization) throw new HexkeyError('not_signed_in', 'Sign in first.');
        return authorization;
      },
    },
  });
});
afterAll(async () => {
  await app.close();
  await shop.close();
});

const post = (photo: Buffer, { of = call, by = 'c-maya', type = 'image/jpeg' } = {}) =>
  app.inject({
    method: 'POST',
    url: `/v1/calls/${of}/stills`,
    headers: { 'content-type': type, ...(by ? { authorization: by } : {}) },
    payload: photo,
  });

it('a photo is kept, and shown at the address that was told', async () => {
  const photo = jpeg(4032, 3024);
  const still = (await post(photo)).json();
  expect(still).toMatchObject({ width: 4032, height: 3024, at: '2031-03-03T10:00:00.000Z' });
  expect((await shop.calls.stills('talk-1')).map(({ id }) => id)).toEqual([still.id]);
  const answer = await app.inject({ url: still.url });
  expect(answer.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'cross-origin-resource-policy': 'same-origin',
  });
  expect(answer.rawPayload).toEqual(photo);
});

it('an address that was made up, or has ended, shows nothing', async () => {
  const { url } = (await post(jpeg(8, 8))).json();
  const status = async (address: string) => (await app.inject({ url: address })).statusCode;
  expect(await status(url.replace(/key=./, (start: string) => (start === 'key=A' ? 'key=B' : 'key=A')))).toBe(
    404,
  );
  expect(await status(url.replace(/until=\d/, 'until=9'))).toBe(404);
  expect(await status(url.split('?')[0])).toBe(400);
  const before = shop.clock.now;
  shop.clock.now = new Date(before.getTime() + 13 * 3_600_000);
  expect(await status(url)).toBe(404);
  shop.clock.now = before;
  expect(await status(url)).toBe(200);
});

it.each([
  ['without a token', 401, () => post(jpeg(8, 8), { by: '' })],
  ['of another customer', 404, () => post(jpeg(8, 8), { by: 'c-mallory' })],
  ['of no call', 404, () => post(jpeg(8, 8), { of: 'forged' })],
  ['that is no JPEG', 400, () => post(Buffer.from('<svg onload="alert(1)"/>'))],
  ['with a magic number and nothing behind it', 400, () => post(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))],
  ['of another kind', 400, () => post(jpeg(8, 8), { type: 'image/png' })],
  ['of no size', 400, () => post(jpeg(0, 8))],
  ['of sixty thousand pixels', 400, () => post(jpeg(60_000, 8))],
  ['of nine megabytes', 413, () => post(Buffer.concat([jpeg(8, 8), Buffer.alloc(9 * 1024 * 1024)]))],
])('a photo %s is refused', async (_, status, send) => {
  expect((await send()).statusCode).toBe(status);
});

it('after the call none is taken, and what is old is deleted', async () => {
  const own = await shop.open('talk-2');
  const { url } = (await post(jpeg(8, 8), { of: own })).json();
  await shop.calls.end(own, 'staff_ended');
  expect((await post(jpeg(8, 8), { of: own })).json()).toMatchObject({ code: 'too_late' });
  expect(await shop.calls.album.forget(new Date(shop.clock.now.getTime() + 1))).toBeGreaterThan(0);
  expect((await app.inject({ url })).statusCode).toBe(404);
});

it('sizes are read from any frame header, and from nothing that only looks like one', () => {
  expect(jpegSize(jpeg(640, 480, 0xc2))).toEqual({ width: 640, height: 480 });
  expect(jpegSize(jpeg(640, 480, 0xc4))).toBeUndefined();
  const whole = jpeg(640, 480);
  for (let length = 0; length < 20; length += 1) expect(jpegSize(whole.subarray(0, length))).toBeUndefined();
});
