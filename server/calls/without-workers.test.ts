import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutWorkers } from './index.ts';
import { ann, maya, type OpenCalls, openCalls } from './testing/open-calls.ts';
import { phoneDevice } from './testing/person.ts';

describe('where no media worker can run', () => {
  let shop: OpenCalls;
  beforeAll(async () => {
    shop = await openCalls(withoutWorkers);
  });
  afterAll(() => shop.close());

  it('says that calls are off, and which command turns them on', async () => {
    expect(shop.calls.on).toBe(false);
    expect(() => shop.calls.requireOn()).toThrow(/npm run media:build/);
    const person = shop.sit(await shop.open(), maya);
    expect(await person.ask({ ask: 'join', device: phoneDevice })).toMatchObject({ code: 'calls_off' });
  });

  it('a conversation still has one call, however often it is opened, until that ends', async () => {
    const [call, again] = await Promise.all([shop.open('talk-2'), shop.open('talk-2')]);
    expect(again).toBe(call);
    expect(await shop.calls.ofConversation('talk-2')).toBe(call);
    const ended: unknown[] = [];
    const stop = shop.bus.subscribe('call_ended', (message) => ended.push(message));
    await shop.calls.end(call, 'staff_ended');
    await shop.calls.end(call, 'transferred');
    stop();
    expect(ended).toEqual([{ call, conversation: 'talk-2', reason: 'staff_ended' }]);
    expect(await shop.calls.ofConversation('talk-2')).toBeUndefined();
    expect(await shop.open('talk-2')).not.toBe(call);
  });

  it('a request before join is refused, and so is one that the role may not make', async () => {
    const call = await shop.open();
    expect(await shop.sit(call, ann).refusal({ ask: 'room' })).toBe('bad_request');
    expect(await shop.sit(call, maya).refusal({ ask: 'end' })).toBe('forbidden');
  });
});
