import { expect, test } from 'vitest';
import { Outbox } from './outbox.ts';

const partial = (text: string, utterance = 1) => ({ type: 'partial', utterance, text }) as const;

test('numbers rise by one and stay until acknowledged', () => {
  const outbox = new Outbox();
  outbox.add({ type: 'speech_started', utterance: 1 });
  outbox.add({ type: 'thinking' });
  outbox.add({ type: 'thinking', utterance: 2 });
  outbox.acknowledge(2);
  expect(outbox.unacknowledged).toEqual([{ n: 3, event: { type: 'thinking', utterance: 2 } }]);
});

test('only the latest partial of an utterance is kept, and none once its end is known', () => {
  const outbox = new Outbox();
  outbox.add(partial('where'));
  outbox.add(partial('where is'));
  outbox.add(partial('and', 2));
  expect(outbox.unacknowledged.map((message) => message.n)).toEqual([2, 3]);
  outbox.add({ type: 'discarded', utterance: 1, reason: 'no_words' });
  expect(outbox.unacknowledged.map((message) => message.n)).toEqual([3, 4]);
});
