import { describe, expect, test } from 'vitest';
import type { Reply } from '#protocol';
import { seededRandom } from '../../../server/demo/seeded-random.ts';
import type { GoalTask } from '../goal-file.ts';
import { littleShop } from '../testing.ts';
import { Shopper } from './shopper.ts';
import type { Terms } from './terms.ts';

const reply = (text: string, more: Partial<Reply> = {}): Reply => ({
  id: 'r',
  text,
  speech: [],
  choices: [],
  expecting: 'anything',
  intent: 'help',
  mood: { mood: 'neutral', intensity: 0 },
  tone: 'plain',
  at: '2031-03-03T09:10:00Z',
  ...more,
});
const asks = (text: string) => reply(text, { expecting: 'confirmation' });

function shopper(task: Omit<GoalTask, 'task' | 'kind' | 'persona'>) {
  const persona = { style: 'bit_by_bit' as const, curt: true };
  return new Shopper(littleShop, 'ann', { task: 't', kind: 'k', persona, ...task }, seededRandom(3));
}
const words = (act: ReturnType<Shopper['open']>) => (act.kind === 'say' ? act.text : JSON.stringify(act));
const agreed = (act: ReturnType<Shopper['open']>) => (act.kind === 'leave' ? undefined : act.agreed);

const blueKettle: GoalTask['goals'][number] = {
  want: 'exchange',
  order: { number: '#W2' },
  items: [{ item: '101', to: [{ options: { color: 'green' } }, { options: { color: 'blue' } }] }],
  pay: { id: 'paypal_1' },
};
const terms = (more: Partial<Terms> = {}): Terms => ({
  act: 'exchange',
  order: '#W2',
  items: [{ item: '101', to: '102' }],
  methods: ['paypal_1'],
  ...more,
});

describe('to a question for consent the shopper says', () => {
  test('yes where everything told is what they want', () => {
    const ann = shopper({ goals: [blueKettle] });
    ann.open();
    expect(agreed(ann.answer(asks('Shall I?'), terms(), []))).toEqual(terms());
  });

  test.each<[string, Partial<Terms>, RegExp]>([
    ['another order', { order: '#W1' }, /#W2/],
    ['another variant', { items: [{ item: '101', to: '103' }] }, /green|blue/],
    ['more than they wanted', { items: [{ item: '101', to: '102' }, { item: '201' }] }, /kettle/],
    ['another way of paying', { methods: ['card_1'] }, /paypal/i],
  ])('no to %s, with what was wrong', (_, other, correction) => {
    const ann = shopper({ goals: [blueKettle] });
    ann.open();
    const act = ann.answer(asks('Shall I?'), terms(other), []);
    expect(agreed(act)).toBeUndefined();
    expect(words(act)).toMatch(/^(?:.*\b)?no\b/i);
    expect(words(act)).toMatch(correction);
  });

  test('no to what they let go', () => {
    const ann = shopper({ goals: [{ ...blueKettle, dropped: true }] });
    ann.open();
    expect(agreed(ann.answer(asks('Shall I?'), terms(), []))).toBeUndefined();
    expect(ann.progress).toEqual(['dropped']);
  });

  test('a change of mind in place of a yes, and yes to what they want in the end', () => {
    const first = { items: [{ item: '101', to: [{ options: { color: 'blue', size: '2L' } }] }] };
    const ann = shopper({ goals: [blueKettle], changesOfMind: [{ goal: 0, at: 'confirmation', first }] });
    ann.open();
    expect(
      agreed(ann.answer(asks('Shall I?'), terms({ items: [{ item: '101', to: '103' }] }), [])),
    ).toBeUndefined();
    expect(agreed(ann.answer(asks('Shall I?'), terms(), []))).toEqual(terms());
  });
});

describe('what is asked is answered', () => {
  test.each<[string, Partial<Reply>, RegExp]>([
    ['Which order is it?', { expecting: 'order_number' }, /#W2/],
    ['How would you like to pay?', {}, /paypal/i],
    ['Which colour would you like?', {}, /green/],
  ])('%s', (text, more, answer) => {
    const ann = shopper({ goals: [blueKettle] });
    ann.open();
    expect(words(ann.answer(reply(text, more), undefined, []))).toMatch(answer);
  });

  test('with the second wish once the first cannot be had', () => {
    const ann = shopper({ goals: [blueKettle] });
    ann.open();
    expect(words(ann.answer(reply('Green is out of stock.'), undefined, []))).toMatch(/blue/);
  });
});

test('a goal comes up only when the one it hangs on went that way', () => {
  const cancel = { want: 'cancel' as const, order: { number: '#W1' }, reason: 'no longer needed' as const };
  const ann = shopper({ goals: [blueKettle, { ...cancel, if: { goal: 0, was: 'impossible' } }] });
  ann.open();
  const act = ann.answer(reply('Done.'), undefined, [terms()]);
  expect(act).toEqual({ kind: 'leave', reason: 'satisfied' });
  expect(ann.progress).toEqual(['done', 'skipped']);
});
