import { describe, expect, it } from 'vitest';
import type { HeardWord } from '#protocol';
import type { SpeechHints } from '../contract.ts';
import { inverseTextNormalize } from './index.ts';
import { orderNumberCases } from './order-number-cases.ts';
import * as others from './written-cases.ts';

const tables = { orderNumberCases, ...others };

const hints: SpeechHints = { phrases: [], orderNumbers: [], expecting: 'anything' };
const heard = (text: string): HeardWord[] => text.split(' ').map((word) => ({ text: word, confidence: 0.9 }));

describe.each(Object.entries(tables))('%s', (_name, cases) => {
  it.each(cases.map(([said, written, expecting = 'anything']) => [said, expecting, written] as const))(
    '"%s" (%s) → %s',
    (said, expecting, written) => {
      expect(inverseTextNormalize(heard(said), { ...hints, expecting }).text).toBe(written);
    },
  );
});

describe('a written word', () => {
  it('keeps the words it was heard as and is as sure as the least sure of them', () => {
    const said = heard('order four five one nine two');
    const doubtful = said.map((word) => (word.text === 'nine' ? { ...word, confidence: 0.3 } : word));
    const { words } = inverseTextNormalize(doubtful, hints);
    expect(words.map(({ text, confidence }) => ({ text, confidence }))).toEqual([
      { text: 'order', confidence: 0.9 },
      { text: '45192', confidence: 0.3 },
    ]);
    expect(words[1]?.heard).toEqual(doubtful.slice(1));
  });

  it('loses no heard word, in any case', () => {
    for (const [said] of Object.values(tables).flat()) {
      const { words } = inverseTextNormalize(heard(said), hints);
      expect(words.flatMap((word) => word.heard.map(({ text }) => text)).join(' ')).toBe(said);
    }
  });

  it('takes "for" and "to" for digits where they complete one of the caller\'s order numbers', () => {
    const own = { ...hints, orderNumbers: ['SO-45192'] };
    expect(inverseTextNormalize(heard('where is order for five one nine to going'), own).text).toBe(
      'where is order 45192 going',
    );
    expect(inverseTextNormalize(heard('send order four five one nine to my office'), hints).text).toContain(
      'to my office',
    );
  });

  it.each([
    [['#W2378156'], 'cancel w two three seven eight one five six', 'cancel #W2378156'],
    [['#W2378156'], 'order two three seven eight one five six', 'order 2378156'],
    [['#1001'], 'hash one zero zero one', '#1001'],
    [['A-2024-00077'], 'it ends in seven seven', 'it ends in 77'],
    [['80014477'], 'eight zero zero one four four seven seven', '80014477'],
    [['80014477'], 'so 45192 is late', 'so 45192 is late'],
  ])("writes numbers as the caller's own are, such as %j: %s", (orderNumbers, said, written) => {
    expect(inverseTextNormalize(heard(said), { ...hints, orderNumbers }).text).toBe(written);
  });

  it('writes nothing for nothing', () => {
    expect(inverseTextNormalize([], hints)).toEqual({ text: '', words: [] });
  });
});
