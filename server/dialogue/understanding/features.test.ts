import { describe, expect, it } from 'vitest';
import { buckets, featuresOf } from './features.ts';

const idsOf = (text: string, style = false) => [...featuresOf(text, style).ids].sort((a, b) => a - b);

describe('featuresOf', () => {
  it('gives the ids that the models were trained on', () => {
    expect(idsOf('next')).toEqual([
      5774, 6710, 9562, 14131, 17820, 31838, 66802, 69412, 71709, 73749, 74896, 83362, 88135, 97130, 103896,
      105129, 113282, 113516, 128742,
    ]);
    expect(idsOf('下一步')).toEqual([
      4881, 5747, 12151, 16607, 17338, 21886, 30678, 31972, 33941, 43695, 45538, 50340, 50851, 52313, 53519,
      55987, 57565, 73536, 80470, 82725, 95874, 118996, 123735, 125985, 126847,
    ]);
  });

  it.each([
    ["Where's my order?", 'wheres my order'],
    ['order 45192', 'order 80311'],
    ['step four', 'step 4'],
    ['nooooooo', 'noo'],
    ['ＮＥＸＴ', 'next'],
  ])('reads %s and %s alike', (one, other) => {
    expect(featuresOf(one)).toEqual(featuresOf(other));
  });

  it('tells an order number from a step number', () => {
    expect(idsOf('number 4')).not.toEqual(idsOf('number 45192'));
  });

  it('minds the order of words', () => {
    expect(idsOf('not the desk, the lamp')).not.toEqual(idsOf('not the lamp, the desk'));
  });

  it('reads capitals and exclamation marks only where asked', () => {
    expect(idsOf('REFUND ME!!!')).toEqual(idsOf('refund me'));
    expect(idsOf('REFUND ME!!!', true)).not.toEqual(idsOf('refund me', true));
  });

  it('keeps distinct ids inside the table and bounded weights, however long the text', () => {
    const { ids, weights } = featuresOf(`${'please '.repeat(5000)}cancel it`);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Math.min(...ids)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...ids)).toBeLessThan(buckets);
    expect(Math.hypot(...weights)).toBeLessThan(2.6);
  });
});
