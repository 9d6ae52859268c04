import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ann, maya, type OpenCalls, openCalls, openRouters } from './testing/open-calls.ts';
import type { Person } from './testing/person.ts';
import { enter, produce, rtpOf, sender } from './testing/streams.ts';

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

  describe('carries streams', () => {
    it('each to everybody who may have it, once, paused until the page is ready', async () => {
      await enter(customer);
      const transport = await sender(customer);
      const [voice, picture] = [
        await produce(customer, transport, 'microphone'),
        await produce(customer, transport, 'camera'),
      ];
      const { rtpCapabilities } = await enter(agent);
      const consumers = [await agent.next('consumer'), await agent.next('consumer')];
      expect(consumers.map(({ producer, source, kind }) => [producer, source, kind])).toEqual([
        [voice, 'microphone', 'audio'],
        [picture, 'camera', 'video'],
      ]);
      await agent.get('done', { ask: 'receive', rtpCapabilities });
      for (const { id } of consumers) await agent.get('done', { ask: 'resume_consumer', consumer: id });
      await agent.get('done', { ask: 'prefer_layer', consumer: consumers[1]?.id ?? '', spatial: 1 });
      expect(agent.of('consumer')).toHaveLength(2);
      expect(agent.of('data_consumer').map(({ label }) => label)).toEqual(['draw', 'pointing', 'view']);
      await customer.get('done', { ask: 'close_producer', producer: picture });
      expect((await agent.next('consumer_closed')).id).toBe(consumers[1]?.id);
    });

    it('one of a source: a second takes the first one’s place', async () => {
      await enter(customer);
      await enter(agent);
      const transport = await sender(customer);
      const first = await produce(customer, transport, 'camera');
      const consumer = await agent.next('consumer', (event) => event.producer === first);
      await produce(customer, transport, 'camera');
      expect((await agent.next('consumer_closed')).id).toBe(consumer.id);
      const { room } = await agent.get('room', { ask: 'room' });
      expect(room.peers.flatMap(({ producers }) => producers)).toHaveLength(1);
    });

    it('not while staff hold the customer, both ways; and again afterwards, what was muted before stays so', async () => {
      await Promise.all([enter(customer), enter(agent)]);
      const transport = await sender(customer);
      const voice = await produce(customer, transport, 'microphone');
      const picture = await produce(customer, transport, 'camera');
      await customer.get('done', { ask: 'pause_producer', producer: picture, paused: true });
      await agent.get('done', { ask: 'hold', held: true });
      const ofVoice = agent.of('consumer').find(({ producer }) => producer === voice)?.id;
      expect((await agent.next('consumer_paused', ({ id }) => id === ofVoice)).paused).toBe(true);
      expect((await customer.next('peer', ({ peer }) => peer.held)).peer.role).toBe('customer');
      await agent.get('done', { ask: 'hold', held: false });
      expect((await agent.next('consumer_paused', ({ id }) => id === ofVoice)).paused).toBe(false);
      const { room } = await agent.get('room', { ask: 'room' });
      const producers = room.peers.find(({ role }) => role === 'customer')?.producers;
      expect(producers?.map(({ id, paused }) => [id, paused])).toEqual([
        [voice, false],
        [picture, true],
      ]);
    });

    it('on transports that restart ICE with new secrets', async () => {
      await enter(customer);
      const { transport } = await customer.get('open_transport', {
        ask: 'open_transport',
        direction: 'send',
      });
      const { iceParameters } = await customer.get('restart_ice', {
        ask: 'restart_ice',
        transport: transport.id,
      });
      expect(iceParameters.password).not.toBe(transport.iceParameters.password);
    });
  });

  describe('refuses what no browser would send, and goes on', () => {
    it.each([
      ['no codec of ours', { codecs: [{ mimeType: 'audio/PCMU', payloadType: 0, clockRate: 8000 }] }],
      [
        'a picture for a microphone',
        { codecs: [{ mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000 }] },
      ],
      [
        'a codec that is no codec',
        { codecs: [{ mimeType: 'v=0\r\no=- 1 1 IN', payloadType: 1, clockRate: 0 }] },
      ],
      [
        'a repair stream of nothing',
        { codecs: [{ mimeType: 'audio/rtx', payloadType: 97, clockRate: 48_000 }] },
      ],
      ['an unknown header extension', { headerExtensions: [{ uri: 'urn:nonsense', id: 255 }] }],
      ['no stream', { encodings: [] }],
      ['streams without a name', { mid: '', encodings: [{}, {}] }],
    ])('RTP parameters with %s', async (_, wrong) => {
      await Promise.all([enter(customer), enter(agent)]);
      const transport = await sender(customer);
      const rtpParameters = { ...rtpOf('microphone'), ...wrong };
      const refused = await customer.ask({ ask: 'produce', transport, source: 'microphone', rtpParameters });
      expect(refused).toMatchObject({ type: 'refused', code: 'bad_request', retryable: false });
      const producer = await produce(customer, transport, 'microphone');
      expect((await agent.next('consumer')).producer).toBe(producer);
    });

    it('fingerprints that are none', async () => {
      await enter(customer);
      const transport = await sender(customer);
      const connect = (value: string) =>
        customer.refusal({
          ask: 'connect_transport',
          transport,
          dtlsParameters: { fingerprints: [{ algorithm: 'sha-256', value }] },
        });
      for (const value of ['', 'AB', 'a=fingerprint:sha-256 AB:CD', Array(32).fill('GG').join(':'), '\u0000'])
        expect(await connect(value)).toBe('bad_request');
      expect(await connect(Array(32).fill('AB').join(':'))).toBeUndefined();
      expect(await connect(Array(32).fill('CD').join(':'))).toBe('bad_request');
    });

    it('capabilities that are none', async () => {
      const codecs = [{ kind: 'audio' as const, mimeType: 'nonsense', clockRate: 1 }];
      await customer.join();
      expect(await customer.refusal({ ask: 'receive', rtpCapabilities: { codecs } })).toBe('bad_request');
    });

    it('a flood of requests', async () => {
      await customer.join();
      const answers = await Promise.all(
        Array.from({ length: 1_000 }, (_, id) =>
          customer.participant.request(`flood-${id}`, { ask: 'room' }),
        ),
      );
      expect(answers).toHaveLength(1_000);
      expect(customer.of('refused').every(({ code }) => code === 'rate_limited')).toBe(true);
      expect(customer.of('refused').length).toBeGreaterThan(800);
      await customer.get('room', { ask: 'room' });
    });
  });
});
