import { describe, expect, it } from 'vitest';
import { digitRuns, heardWords, typedWords } from './spoken-digits.ts';

const runsOf = (text: string) =>
  digitRuns(typedWords(text)).map((run) => run.digits.map(({ digit }) => digit).join(''));

describe('digits among words', () => {
  it.each([
    ['where is order 45192', ['45192']],
    ['SO-45192', ['45192']],
    ['so 45 192', ['45192']],
    ['four five one nine two', ['45192']],
    ['forty five one ninety two', ['45192']],
    ['double four one nine two', ['44192']],
    ['triple seven oh one', ['77701']],
    ['three eight two oh seven', ['38207']],
    ['the one ending in nine two', ['92']],
    ['send 45192 to my office', ['45192']],
    ['订单四五一九二', ['45192']],
    ['to my office for me', []],
    ['one of them', []],
  ])('%s', (text, runs) => {
    expect(runsOf(text)).toEqual(runs);
  });
});

describe('confidences', () => {
  it('come from the words that were heard, not from the number as written', () => {
    const spoken = ['four', 'five', 'one', 'nine', 'two'];
    const words = [
      {
        text: 'SO-45192',
        confidence: 0.3,
        heard: spoken.map((text) => ({ text, confidence: text === 'one' ? 0.3 : 0.9 })),
      },
    ];
    const [run] = digitRuns(heardWords(words));
    expect(run?.digits.map(({ confidence }) => confidence)).toEqual([0.9, 0.9, 0.3, 0.9, 0.9]);
  });

  it('are the written word’s where it was heard as something else', () => {
    const words = [{ text: '45192', confidence: 0.5, heard: [{ text: 'so', confidence: 0.5 }] }];
    const [run] = digitRuns(heardWords(words));
    expect(run?.digits.every(({ confidence }) => confidence === 0.5)).toBe(true);
  });
});
