import { expect, test } from 'vitest';
import { Outbox } from './outbox.ts';

const limits = { maxKeptMessages: 5, maxKeptBytes: 1_000 };
const partial = (text: string, utterance = 1) => ({ type: 'partial', utterance, text }) as const;

test('numbers rise by one and stay until acknowledged', () => {
  const outbox = new Outbox(limits);
  outbox.add({ type: 'speech_started', utterance: 1 });
  outbox.add({ type: 'thinking' });
  outbox.add({ type: 'thinking', utterance: 2 });
  outbox.acknowledge(2);
  expect(outbox.unacknowledged).toEqual([{ n: 3, event: { type: 'thinking', utterance: 2 } }]);
});

test('only the latest partial of an utterance is kept, and none once its end is known', () => {
  const outbox = new Outbox(limits);
  outbox.add(partial('where'));
  outbox.add(partial('where is'));
  outbox.add(partial('and', 2));
  expect(outbox.unacknowledged.map((message) => message.n)).toEqual([2, 3]);
  outbox.add({ type: 'discarded', utterance: 1, reason: 'no_words' });
  expect(outbox.unacknowledged.map((message) => message.n)).toEqual([3, 4]);
});

test('what was never sent cannot be acknowledged', () => {
  const outbox = new Outbox(limits);
  outbox.add({ type: 'thinking' });
  expect(() => outbox.acknowledge(2)).toThrow('never sent');
  expect(outbox.unacknowledged).toHaveLength(1);
});

test.each([
  ['messages', { type: 'thinking' } as const],
  ['bytes', partial('x'.repeat(400), 1)],
])('more %s than may be kept are let go of, and the outbox says so', (_, event) => {
  const outbox = new Outbox(limits);
  for (let utterance = 1; utterance <= 6; utterance++)
    outbox.add(event.type === 'partial' ? { ...event, utterance } : event);
  expect(outbox.overflowed).toBe(true);
  expect(outbox.unacknowledged.length).toBeLessThan(5);
});
