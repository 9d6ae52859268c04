import type { types } from 'mediasoup';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DrawCommand, DrawEvent } from '#protocol';
import type { RoomMedia } from '../room/room-media.ts';
import { ann, maya, type OpenCalls, openCalls, openRouters } from '../testing/open-calls.ts';
import type { Person } from '../testing/person.ts';
import { enter, sender } from '../testing/streams.ts';
import { takeIn } from './channel-intake.ts';

const arrow = (id: string): Extract<DrawCommand, { op: 'add' }> => ({
  op: 'add',
  id,
  surface: 'camera',
  colour: 'red',
  shape: { kind: 'arrow', from: [0, 0], to: [1, 1] },
});
const shown = (drawings: DrawEvent[]) =>
  drawings.map(({ change }) => (change.op === 'add' ? change.mark.id : `-${change.ids}`));

describe('drawing in a call', () => {
  const routers = openRouters();
  let shop: OpenCalls;
  let customer: Person;
  let agent: Person;
  let talk = 0;

  beforeAll(async () => {
    shop = await openCalls(routers);
  });
  beforeEach(async () => {
    talk += 1;
    const call = await shop.open(`drawing-${talk}`);
    [customer, agent] = [shop.sit(call, maya), shop.sit(call, ann)];
    await Promise.all([enter(customer), enter(agent)]);
  });
  afterAll(async () => {
    await shop.close();
    await routers.close();
  });

  const drawn = (person: Person) => person.of('drawn').map(({ drawing }) => drawing);

  it('comes to everybody in one order while two draw and undo at once', async () => {
    const strokes = ['1', '2', '3', '4', '5'];
    await Promise.all([
      ...strokes.map((n) => customer.get('done', { ask: 'draw', command: arrow(`m${n}`) })),
      ...strokes.map((n) => agent.get('done', { ask: 'draw', command: arrow(`a${n}`) })),
      customer.get('done', { ask: 'draw', command: { op: 'undo' } }),
      agent.get('done', { ask: 'draw', command: { op: 'undo' } }),
    ]);
    expect(drawn(customer)).toEqual(drawn(agent));
    expect(drawn(agent).map(({ sequence }) => sequence)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
    expect(shown(drawn(agent)).slice(-2).sort()).toEqual(['-a5', '-m5']);
    const { room } = await agent.get('room', { ask: 'room' });
    expect(room.drawn).toBe(12);
    expect(room.marks.map(({ id }) => id).sort()).toEqual(['a1', 'a2', 'a3', 'a4', 'm1', 'm2', 'm3', 'm4']);
  });

  it('tells others, and not oneself, where somebody points', async () => {
    const pointing = { surface: 'camera', at: [0.25, 0.5] as [number, number] };
    await agent.get('done', { ask: 'point', pointing });
    expect((await customer.next('pointing')).pointing.pointing).toEqual(pointing);
    expect(agent.of('pointing')).toEqual([]);
  });

  it('comes over the socket until the page says that its channel is open, and then does not', async () => {
    const channel = await customer.next('data_consumer', ({ label }) => label === 'draw');
    await agent.get('done', { ask: 'draw', command: arrow('before') });
    await customer.get('done', { ask: 'resume_consumer', consumer: channel.id });
    await agent.get('done', { ask: 'draw', command: arrow('after') });
    expect(shown(drawn(customer))).toEqual(['before']);
    expect(shown(drawn(agent))).toEqual(['before', 'after']);
  });

  it('ends with the last said once more over the socket, so that what a channel lost is noticed', async () => {
    const channel = await customer.next('data_consumer', ({ label }) => label === 'draw');
    await customer.get('done', { ask: 'resume_consumer', consumer: channel.id });
    await agent.get('done', { ask: 'draw', command: arrow('first') });
    await agent.get('done', { ask: 'draw', command: { op: 'undo' } });
    const { drawing } = await customer.next('drawn');
    expect(drawing).toEqual({ sequence: 2, change: { op: 'remove', ids: ['first'] } });
    expect(shown(drawn(agent))).toEqual(['first', '-first']);
  });

  it('is no way for a guest or staff to say where the customer looks', async () => {
    const transport = await sender(agent);
    const sctpStreamParameters = { streamId: 1, ordered: false, maxRetransmits: 0 };
    expect(await agent.refusal({ ask: 'produce_data', transport, label: 'view', sctpStreamParameters })).toBe(
      'forbidden',
    );
    expect(
      await agent.refusal({
        ask: 'produce_data',
        transport,
        label: 'draw',
        sctpStreamParameters: { streamId: 65_535, ordered: true, maxRetransmits: 3 },
      }),
    ).toBe('bad_request');
  });

  it('by one who draws ten thousand times a second is cut to the allowance; the other draws on', async () => {
    await Promise.all(
      Array.from({ length: 10_000 }, (_, n) =>
        customer.participant.request(`flood-${n}`, { ask: 'draw', command: arrow(`flood-${n}`) }),
      ),
    );
    expect(customer.of('refused').every(({ code }) => code === 'rate_limited')).toBe(true);
    await agent.get('done', { ask: 'draw', command: arrow('calm') });
    expect(drawn(customer).length).toBeLessThan(150);
    expect(shown(drawn(customer)).at(-1)).toBe('calm');
  });

  describe('over a data channel', () => {
    let media: RoomMedia;
    let page: types.DataProducer;

    /** A page's end of a channel that the room listens to, without a browser: both ends are in this process. */
    beforeEach(async () => {
      const room = shop.calls.roomNow(await shop.open(`drawing-${talk}`));
      const peer = [...(room?.peers.values() ?? [])].find(({ role }) => role === 'customer');
      if (!room || !peer) throw new Error('the customer is not in the room');
      media = room.media;
      page = await media.direct.produceData({ label: 'draw' });
      takeIn(room, peer, 'draw', await media.direct.consumeData({ dataProducerId: page.id }));
    });

    it('is drawn for everybody', async () => {
      page.send(JSON.stringify(arrow('sent')));
      expect(shown([(await agent.next('drawn')).drawing])).toEqual(['sent']);
    });

    it.each([
      [
        'far too large',
        'message_too_large',
        JSON.stringify({ ...arrow('x'), at: 1, junk: 'x'.repeat(200_000) }),
      ],
      ['that is no JSON', 'bad_message', 'draw me'],
      ['that is no drawing', 'bad_message', JSON.stringify({ op: 'add', id: 'x' })],
      [
        'outside the picture',
        'bad_message',
        JSON.stringify({ ...arrow('x'), shape: { kind: 'arrow', from: [-1, 0], to: [9, 9] } }),
      ],
      ['of bytes that are no text', 'bad_message', Buffer.from([0xff, 0x00, 0xc0, 0x80])],
      [
        'with nothing to read',
        'bad_request',
        JSON.stringify({ ...arrow('x'), shape: { kind: 'text', at: [0, 0], text: '\u202E' } }),
      ],
    ])('a message %s is refused with a code, and nobody else notices', async (_, code, message) => {
      page.send(message);
      expect(await customer.next('refused')).toMatchObject({ id: 'draw', code });
      page.send(JSON.stringify(arrow('good')));
      expect(shown([(await agent.next('drawn')).drawing])).toEqual(['good']);
      expect(drawn(agent)).toHaveLength(1);
    });

    it('what the schema does not name is not passed on', async () => {
      const { shape } = arrow('x');
      page.send(
        JSON.stringify({ ...arrow('x'), shape: { ...shape, onload: 'alert(1)' }, by: 'somebody else' }),
      );
      const { change } = (await agent.next('drawn')).drawing;
      expect(change.op === 'add' && change.mark.shape).toEqual(shape);
      expect(JSON.stringify(change)).not.toContain('somebody else');
    });

    it('ten thousand at once are cut to the allowance, answered a few times, and the room goes on', async () => {
      for (let n = 0; n < 10_000; n += 1) page.send(JSON.stringify(arrow(`flood-${n}`)));
      await agent.get('done', { ask: 'draw', command: arrow('calm') });
      await agent.next('drawn', ({ drawing }) => shown([drawing])[0] === 'calm');
      await customer.next('refused');
      expect(customer.of('refused').length).toBeLessThan(8);
      expect(drawn(agent).length).toBeLessThan(200);
    });
  });
});
