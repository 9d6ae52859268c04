import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ann, maya, type OpenCalls, openCalls, openRouters, sue } from './testing/open-calls.ts';
import { type Person, phoneDevice } from './testing/person.ts';
import { enter, produce, rtpOf, sender } from './testing/streams.ts';

const elsewhere = '00000000-0000-4000-8000-000000000000';

describe('a call', () => {
  const routers = openRouters();
  let shop: OpenCalls;
  let call: string;
  let customer: Person;
  let agent: Person;
  let talk = 0;

  beforeAll(async () => {
    shop = await openCalls(routers);
  });
  beforeEach(async () => {
    talk += 1;
    call = await shop.open(`talk-${talk}`);
    [customer, agent] = [shop.sit(call, maya), shop.sit(call, ann)];
  });
  afterAll(async () => {
    await shop.close();
    await routers.close();
  });

  describe('has people in it', () => {
    it('who are told of one another, by names that are safe to show', async () => {
      await agent.join();
      const bomb = shop.sit(call, { ...maya, name: `\u202EMa\u0000ya${'\u0301'.repeat(90)}` });
      const { peer, room } = await bomb.join();
      expect(room.peers.map(({ role, name }) => `${role} ${name}`)).toEqual([
        'agent Ann',
        expect.stringMatching(/^customer May\u00e1\u0301{3}$/),
      ]);
      expect((await agent.next('peer')).peer).toMatchObject({ id: peer, away: false, device: phoneDevice });
    });

    it('one peer a person: who joins again from elsewhere takes their own place', async () => {
      const { peer } = await enter(customer);
      const producer = await produce(customer, await sender(customer), 'microphone');
      await enter(agent);
      const consumer = await agent.next('consumer', (event) => event.producer === producer);
      const reloaded = shop.sit(call, maya);
      expect((await reloaded.join()).peer).toBe(peer);
      expect(await customer.next('peer_left')).toEqual({ type: 'peer_left', peer });
      expect((await agent.next('consumer_closed')).id).toBe(consumer.id);
      expect(await customer.refusal({ ask: 'room' })).toBe('conflict');
      customer.participant.close();
      expect((await agent.get('room', { ask: 'room' })).room.peers).toHaveLength(2);
    });

    it('who are away while their socket is cut, and gone when it does not come back', async () => {
      const brief = await openCalls(routers, { graceMs: 50 });
      try {
        const own = await brief.open();
        const [staying, going] = [brief.sit(own, ann), brief.sit(own, maya)];
        await staying.join();
        const { peer } = await going.join();
        going.participant.away();
        expect((await staying.next('peer', (event) => event.peer.away)).peer.id).toBe(peer);
        going.participant.back();
        await staying.next('peer', (event) => !event.peer.away);
        going.participant.away();
        expect((await staying.next('peer_left')).peer).toBe(peer);
      } finally {
        await brief.close();
      }
    });

    it('by a guest’s link one at a time: it lets back in whoever was cut off, and nobody beside them', async () => {
      const { token } = await shop.calls.invite(call, { name: 'Bo', invitedBy: 's-ann' });
      const who = { role: 'guest', ...(await shop.calls.guestOf(token)) } as const;
      const [guest, second] = [shop.sit(call, who), shop.sit(call, who)];
      const { peer } = await guest.join();
      expect(await second.refusal({ ask: 'join', device: phoneDevice })).toBe('conflict');
      guest.participant.away();
      expect((await second.join()).peer).toBe(peer);
    });

    it('and ends when staff end it, for good', async () => {
      const ended: unknown[] = [];
      const stop = shop.bus.subscribe('call_ended', (message) => ended.push(message));
      await Promise.all([customer.join(), agent.join()]);
      await agent.ask({ ask: 'end' });
      expect(customer.events.at(-1)).toEqual({ type: 'ended', reason: 'staff_ended' });
      stop();
      expect(ended).toEqual([{ call, conversation: `talk-${talk}`, reason: 'staff_ended' }]);
      expect(await customer.refusal({ ask: 'room' })).toBe('too_late');
      expect(await shop.sit(call, maya).refusal({ ask: 'join', device: phoneDevice })).toBe('too_late');
    });

    it('and ends when everybody has left, but not while one still waits for the other', async () => {
      await customer.join();
      await customer.get('done', { ask: 'leave' });
      expect(await shop.calls.ofConversation(`talk-${talk}`)).toBe(call);
      await Promise.all([customer.join(), agent.join()]);
      const over = new Promise((resolve) => shop.bus.subscribe('call_ended', resolve));
      await customer.get('done', { ask: 'leave' });
      await agent.get('done', { ask: 'leave' });
      expect(await over).toMatchObject({ call, reason: 'everybody_left' });
    });
  });

  describe('is nobody else’s', () => {
    it('another customer’s call is not found, nor one that never was', async () => {
      const mallory = shop.sit(call, { role: 'customer', name: 'Maya', customer: 'c-mallory' });
      expect(await mallory.refusal({ ask: 'join', device: phoneDevice })).toBe('not_found');
      for (const forged of [elsewhere, '../calls', '', 'x'.repeat(64)])
        expect(await shop.sit(forged, maya).refusal({ ask: 'join', device: phoneDevice })).toBe('not_found');
    });

    it('and neither are the ids in it: another call’s and another peer’s are not found', async () => {
      const { rtpCapabilities } = await enter(agent);
      const transport = await sender(agent);
      const producer = await produce(agent, transport, 'microphone');
      await enter(customer);
      const { id: consumer } = await customer.next('consumer');
      const stranger = shop.sit(await shop.open('talk of a stranger'), maya);
      await enter(stranger);
      const dtlsParameters = {
        fingerprints: [{ algorithm: 'sha-256' as const, value: Array(32).fill('AB').join(':') }],
      };
      for (const thief of [stranger, customer]) {
        const asked = [
          thief.refusal({ ask: 'connect_transport', transport, dtlsParameters }),
          thief.refusal({ ask: 'restart_ice', transport }),
          thief.refusal({
            ask: 'produce',
            transport,
            source: 'microphone',
            rtpParameters: rtpOf('microphone'),
          }),
          thief.refusal({
            ask: 'produce_data',
            transport,
            label: 'draw',
            sctpStreamParameters: { streamId: 1 },
          }),
          thief.refusal({ ask: 'pause_producer', producer, paused: true }),
          thief.refusal({ ask: 'close_producer', producer }),
        ];
        expect(new Set(await Promise.all(asked))).toEqual(new Set(['not_found']));
      }
      for (const ask of ['resume_consumer', 'pause_consumer'] as const)
        expect(await stranger.refusal({ ask, consumer })).toBe('not_found');
      expect(await stranger.refusal({ ask: 'prefer_layer', consumer, spatial: 0 })).toBe('not_found');
      await agent.get('done', { ask: 'receive', rtpCapabilities });
      expect((await agent.get('room', { ask: 'room' })).room.peers).toHaveLength(2);
    });
  });

  describe('is ruled by roles', () => {
    it('a customer’s token does not make staff of anybody', async () => {
      await enter(customer);
      const transport = await sender(customer);
      const refused = async (request: Parameters<Person['refusal']>[0]) =>
        expect(await customer.refusal(request)).toBe('forbidden');
      await refused({ ask: 'produce', transport, source: 'screen', rtpParameters: rtpOf('screen') });
      await refused({
        ask: 'produce',
        transport,
        source: 'microphone',
        audience: 'staff',
        rtpParameters: rtpOf('microphone'),
      });
      await refused({ ask: 'end' });
      await refused({ ask: 'go_to_step', step: 2 });
      await refused({ ask: 'freeze', still: null });
      await refused({ ask: 'set_camera', torch: 'on' });
      await refused({ ask: 'take_still' });
    });

    it('a whisper reaches staff, and nobody else ever hears of it', async () => {
      const supervisor = shop.sit(call, sue);
      const { token } = await shop.calls.invite(call, { name: 'Bo', invitedBy: 's-ann' });
      const guest = shop.sit(call, { role: 'guest', ...(await shop.calls.guestOf(token)) });
      await Promise.all([enter(customer), enter(agent), enter(guest), enter(supervisor)]);
      const transport = await sender(supervisor);
      const whisper = await produce(supervisor, transport, 'microphone', { audience: 'staff' });
      expect((await agent.next('consumer')).producer).toBe(whisper);
      // Whoever begins to receive later is given everything there is for them: not this.
      await Promise.all([enter(customer), enter(guest)]);
      for (const outsider of [customer, guest]) {
        expect(outsider.of('consumer')).toEqual([]);
        expect(JSON.stringify(outsider.events)).not.toContain(whisper);
        expect(await outsider.refusal({ ask: 'resume_consumer', consumer: whisper })).toBe('not_found');
      }
      expect(shop.captioned.map(({ producer }) => producer.id)).not.toContain(whisper);
      const aloud = await produce(supervisor, transport, 'microphone');
      expect((await customer.next('consumer')).producer).toBe(aloud);
      expect(shop.captioned.map(({ producer }) => producer.id)).toContain(aloud);
    });

    it('who listens in is known to staff alone, until they speak to everybody', async () => {
      const supervisor = shop.sit(call, sue);
      await Promise.all([enter(agent), enter(customer)]);
      const { peer } = await enter(supervisor);
      expect((await agent.next('peer', (event) => event.peer.id === peer)).peer.name).toBe('Sue');
      const transport = await sender(supervisor);
      await produce(supervisor, transport, 'microphone', { audience: 'staff' });
      expect((await customer.get('room', { ask: 'room' })).room.peers.map(({ name }) => name)).not.toContain(
        'Sue',
      );
      await supervisor.get('done', { ask: 'leave' });
      expect((await agent.next('peer_left')).peer).toBe(peer);
      await enter(supervisor);
      expect(JSON.stringify(customer.events)).not.toContain(peer);
      await produce(supervisor, await sender(supervisor), 'microphone');
      expect((await customer.next('peer', (event) => event.peer.id === peer)).peer.name).toBe('Sue');
      await supervisor.get('done', { ask: 'leave' });
      expect((await customer.next('peer_left')).peer).toBe(peer);
    });
  });
});
