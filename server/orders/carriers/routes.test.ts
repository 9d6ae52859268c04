import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoShopper, prepareDemoShop } from '../../demo/index.ts';
import { errors } from '../../plugins/errors.ts';
import { engines, type FreshStore, freshStore } from '../../store/testing/fresh-store.ts';
import { carrierRoutes, createOrders, type Orders } from '../index.ts';
import { carrierSecret, sign, signShared } from './signature.ts';

const timeZone = 'Europe/London';
const now = new Date('2031-03-03T10:00:00Z');
const webhookSecret = 'a webhook secret of thirty-two characters';
const wardrobe = { number: 'SO-45192', carrier: 'northway', trackingNumber: 'NW48217730' };

describe.each(engines)("a carrier's messages on %s", (engine) => {
  let store: FreshStore;
  let orders: Orders;
  let app: FastifyInstance;
  let count = 0;

  beforeAll(async () => {
    store = await freshStore(engine);
    await prepareDemoShop(store, { timeZone, now });
    orders = createOrders(store, { timeZone, now: () => now });
    app = Fastify();
    await app.register(errors, {});
    await app.register(carrierRoutes, { identity: { webhookSecret }, store, timeZone, now: () => now });
  });
  afterAll(async () => {
    await app.close();
    await store.close();
  });
  beforeEach(() => {
    count += 1;
  });

  const event = (kind: string, fields: object = {}) => ({
    id: `event ${count} ${kind}`,
    trackingNumber: wardrobe.trackingNumber,
    kind,
    at: '2031-03-03T09:00:00Z',
    ...fields,
  });

  interface Sending {
    secret?: string;
    at?: Date;
    carrier?: string;
    /** Whose secret it is signed with; the carrier's own by default. */
    signedBy?: string;
    signature?: (timestamp: string, body: Buffer) => string;
    to?: FastifyInstance;
    sent?: string;
    contentType?: string;
  }

  async function send(
    events: object[],
    {
      secret = webhookSecret,
      at = now,
      carrier = wardrobe.carrier,
      signedBy = carrier,
      signature,
      to = app,
      sent,
      contentType = 'application/json',
    }: Sending = {},
  ) {
    const body = JSON.stringify({ events });
    const timestamp = String(Math.floor(at.getTime() / 1000));
    const response = await to.inject({
      method: 'POST',
      url: `/v1/carriers/${carrier}/events`,
      headers: {
        'content-type': contentType,
        'hexkey-timestamp': timestamp,
        'hexkey-signature':
          signature?.(timestamp, Buffer.from(body)) ??
          sign(carrierSecret(secret, signedBy), {
            method: 'POST',
            path: `/v1/carriers/${carrier}/events`,
            timestamp,
            body: Buffer.from(body),
          }),
      },
      payload: sent ?? body,
    });
    return { status: response.statusCode, body: response.json() };
  }

  const order = async () => {
    const view = await orders.get(demoShopper, wardrobe.number);
    if (!view) throw new Error('the wardrobe is gone');
    return view;
  };

  it.each<[string, Sending]>([
    ['signed with another secret', { secret: 'another secret of thirty-two characters!' }],
    ['changed on the way', { sent: '{"events":[]}' }],
    ['sent again six minutes later', { at: new Date(now.getTime() - 6 * 60_000) }],
    ['signed for later', { at: new Date(now.getTime() + 6 * 60_000) }],
  ])('are refused when they are %s', async (_how, sending) => {
    const before = await order();
    const { status, body } = await send([event('delivered')], sending);
    expect({ status, code: body.code }).toEqual({ status: 401, code: 'bad_signature' });
    expect(await order()).toEqual(before);
  });

  it('are refused when another carrier signed them, though with the secret that is its own', async () => {
    const { status, body } = await send([event('delivered')], { signedBy: 'parcel-lark' });
    expect({ status, code: body.code }).toEqual({ status: 401, code: 'bad_signature' });
  });

  it('are refused without a signature, whatever else they are', async () => {
    for (const contentType of ['application/json', 'text/plain', undefined]) {
      const response = await app.inject({
        method: 'POST',
        url: '/v1/carriers/northway/events',
        ...(contentType && { headers: { 'content-type': contentType }, payload: '{"events":[]}' }),
      });
      expect(response.statusCode).toBeGreaterThanOrEqual(400);
      expect(response.statusCode).toBeLessThan(500);
    }
  });

  it('are refused when they are signed but make no sense', async () => {
    const { status, body } = await send([event('teleported')]);
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'bad_request' });
  });

  it('of parcels nobody ordered, or of another carrier, are counted and can be sent again', async () => {
    const stray = event('arrived', { trackingNumber: 'XX1' });
    expect((await send([stray])).body).toEqual({ taken: 0, known: 0, unmatched: 1, refused: [] });
    expect((await send([event('arrived')], { carrier: 'larkpost' })).body).toMatchObject({
      unmatched: 1,
      refused: [],
    });
    expect((await send([stray])).body).toMatchObject({ unmatched: 1, refused: [] });
  });

  it('move the order forward and keep the newest estimate', async () => {
    const { body } = await send([
      event('collected', { at: '2031-03-03T07:00:00Z', place: 'Doncaster', expectedOn: '2031-03-05' }),
      event('delayed', { at: '2031-03-03T08:00:00Z', note: 'Snow.', expectedOn: '2031-03-07' }),
    ]);
    expect(body).toEqual({ taken: 2, known: 0, unmatched: 0, refused: [] });
    expect(await order()).toMatchObject({ state: 'shipped', expectedOn: '2031-03-07', delayDays: 2 });
    await send([event('arrived', { at: '2031-03-03T07:30:00Z', expectedOn: '2031-03-05' })]);
    expect(await order()).toMatchObject({ expectedOn: '2031-03-07' });
    expect((await order()).events.map(({ kind }) => kind).slice(-3)).toEqual([
      'collected',
      'arrived',
      'delayed',
    ]);
  });

  it('count once, even when two copies arrive together', async () => {
    const attempt = event('delivery_attempted');
    const bodies = await Promise.all([send([attempt]), send([attempt]), send([attempt, attempt])]);
    const total = (field: string) => bodies.reduce((sum, { body }) => sum + body[field], 0);
    expect({ taken: total('taken'), known: total('known') }).toEqual({ taken: 1, known: 3 });
    expect((await order()).events.filter(({ kind }) => kind === 'delivery_attempted')).toHaveLength(1);
  });

  it('never move it back: delivered first, then the lorry that brought it', async () => {
    await send([event('delivered', { at: '2031-03-03T09:40:00Z' })]);
    await send([event('out_for_delivery', { at: '2031-03-03T06:10:00Z', expectedOn: '2031-03-09' })]);
    expect(await order()).toMatchObject({ state: 'delivered', expectedOn: '2031-03-03', delayDays: 0 });
    expect((await order()).events.at(-1)).toMatchObject({ kind: 'delivered' });
    expect((await orders.options(demoShopper, wardrobe.number)).return).toMatchObject({
      allowed: true,
      until: '2031-04-02',
    });
  });

  it('that bring goods back start the refund', async () => {
    await store.db.transaction((tx) =>
      orders.startReturn(tx, { customer: demoShopper, order: wardrobe.number, idempotencyKey: 'back' }),
    );
    await send([event('return_collected'), event('returned')]);
    expect((await order()).state).toBe('returned');
    expect(await orders.refund(demoShopper, wardrobe.number)).toMatchObject({
      state: 'processing',
      expectedOn: '2031-03-08',
    });
  });

  it('are taken in the old form, without carrier and path, only where the shop still allows it', async () => {
    const old = { signature: (time: string, body: Buffer) => signShared(webhookSecret, time, body) };
    expect((await send([event('departed')], old)).status).toBe(401);
    const lenient = Fastify();
    await lenient.register(errors, {});
    const options = { identity: { webhookSecret }, store, timeZone, now: () => now };
    await lenient.register(carrierRoutes, { ...options, sharedSecret: true });
    expect((await send([event('departed')], { ...old, to: lenient })).body.taken).toBe(1);
    await lenient.close();
  });

  it.each([
    ['a time in no calendar', { at: '2031-02-31T09:00:00Z' }],
    ['a time of no clock', { at: '2031-03-03T29:61:00Z' }],
    ['the year 0', { at: '0000-01-01T00:00:00Z' }],
    ['a day in no calendar', { expectedOn: '2031-13-45' }],
  ])('are taken but for one with %s, which is named', async (_what, fields) => {
    const wrong = { ...event('arrived', fields), id: `wrong ${count}` };
    const { status, body } = await send([event('departed'), wrong, event('arrived')]);
    expect({ status, ...body }).toMatchObject({ status: 200, taken: 2 });
    expect(body.refused).toEqual([{ id: wrong.id, message: expect.stringMatching(/^There is no such/) }]);
  });
});
