import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ann, maya, type OpenCalls, openCalls, openRouters } from './testing/open-calls.ts';
import type { Person } from './testing/person.ts';
import { enter, produce, sender } from './testing/streams.ts';

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
  const call = await shop.open(`guide-${talk}`);
  [customer, agent] = [shop.sit(call, maya), shop.sit(call, ann)];
});
afterAll(async () => {
  await shop.close();
  await routers.close();
});

describe('the guide in a call', () => {
  it('is none where the customer builds nothing, and then nothing of it can be asked', async () => {
    expect((await agent.join()).room.guide).toBeUndefined();
    expect(await agent.refusal({ ask: 'go_to_step', step: 1 })).toBe('not_found');
    expect(await agent.refusal({ ask: 'follow', follow: false })).toBe('not_found');
  });

  it('is where the customer is; staff move the step, and both see the same', async () => {
    const { id } = await shop.guides.open('c-maya', 'ashby-desk');
    await Promise.all([customer.join(), agent.join()]);
    await agent.get('done', { ask: 'go_to_step', step: 3 });
    const { guide } = await customer.next('guide');
    expect(guide).toMatchObject({ progress: id, slug: 'ashby-desk', step: 3, follow: true });
    expect((await agent.get('room', { ask: 'room' })).room.guide).toEqual(guide);
    expect(await shop.guides.current('c-maya')).toMatchObject({ id, step: 3 });
    expect(await agent.refusal({ ask: 'go_to_step', step: 61 })).toBe('bad_request');
  });

  it('goes along when the customer moves by themselves', async () => {
    await Promise.all([customer.join(), agent.join()]);
    const { id } = await shop.guides.open('c-maya', 'ashby-desk');
    await shop.guides.move(shop.store.db, 'c-maya', id, { step: 5, repeats: 0 });
    shop.bus.publish('guide_moved', { customer: 'c-maya' });
    expect((await agent.next('guide')).guide.step).toBe(5);
  });

  it('lights up the part that is pointed at, for as long as the step stays', async () => {
    await Promise.all([customer.join(), agent.join()]);
    const part = shop.guides.get('ashby-desk')?.parts[0]?.id ?? '';
    await agent.get('done', { ask: 'point_at_part', part });
    expect((await customer.next('guide')).guide.part).toBe(part);
    await customer.get('done', { ask: 'point_at_part', part: null });
    expect((await agent.next('guide', ({ guide }) => guide.part === undefined)).guide.follow).toBe(true);
    await agent.get('done', { ask: 'point_at_part', part });
    await agent.get('done', { ask: 'follow', follow: false });
    await agent.get('done', { ask: 'go_to_step', step: 1 });
    const { room } = await customer.get('room', { ask: 'room' });
    expect(room.guide).toMatchObject({ step: 1, follow: false });
    expect(room.guide?.part).toBeUndefined();
    expect(await agent.refusal({ ask: 'point_at_part', part: 'no such part' })).toBe('not_found');
  });
});

describe('the customer’s phone', () => {
  it('is asked for its camera, its light and a photo, on which all then look', async () => {
    await agent.join();
    expect(await agent.refusal({ ask: 'take_still' })).toBe('not_found');
    await customer.join();
    await agent.get('done', { ask: 'set_camera', facing: 'rear', torch: 'on' });
    expect(await customer.next('camera_wanted')).toEqual({
      type: 'camera_wanted',
      facing: 'rear',
      torch: 'on',
    });
    const device = { facing: 'rear', torch: 'on', stills: true, immersive: false, audioOnly: false } as const;
    await customer.get('done', { ask: 'device', device });
    await agent.next('peer', ({ peer }) => peer.device?.torch === 'on');
    await agent.get('done', { ask: 'take_still' });
    await customer.next('still_wanted');
    expect(await agent.refusal({ ask: 'freeze', still: 'forged' })).toBe('not_found');
  });
});

describe('captions', () => {
  it('are told to all as they grow; the final line is kept with who said it', async () => {
    await Promise.all([enter(customer), enter(agent)]);
    for (const person of [customer, agent]) await produce(person, await sender(person), 'microphone');
    const [hers, his] = shop.captioned.slice(-2);
    hers?.on({ id: 'u1', text: 'the cam', final: false });
    hers?.on({ id: 'u1', text: 'The cam lock is stuck.', final: true });
    his?.on({ id: 'u2', text: '', final: true });
    his?.on({ id: 'u3', text: 'Turn it left.', final: true });
    expect(customer.of('caption').map(({ caption }) => [caption.id, caption.name, caption.final])).toEqual([
      ['u1', 'Maya', false],
      ['u1', 'Maya', true],
      ['u2', 'Ann', true],
      ['u3', 'Ann', true],
    ]);
    expect(shop.recorded).toMatchObject([
      { who: 'shopper', source: 'call', id: 'u1', text: 'The cam lock is stuck.' },
      { who: 'staff', source: 'call', id: 'u3', name: 'Ann', text: 'Turn it left.' },
    ]);
    const { room } = await agent.get('room', { ask: 'room' });
    expect(room.captions.map(({ id }) => id)).toEqual(['u1', 'u3']);
  });
});
