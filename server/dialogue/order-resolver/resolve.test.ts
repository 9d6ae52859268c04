import { describe, expect, it } from 'vitest';
import { resolveNumber } from './resolve.ts';
import type { HeardDigit } from './spoken-digits.ts';

const own = ['SO-45192', 'SO-45912', 'SO-38207', 'SO-22418'];

/** "45192" all heard well, or "45?192": the digit after "?" hardly heard. */
function heard(digits: string, doubt = 0.4): HeardDigit[] {
  return [...digits.matchAll(/(\?)?(\d)/g)].map(([, doubtful, digit = '']) => ({
    digit,
    confidence: doubtful ? doubt : 0.97,
  }));
}

describe('a whole number', () => {
  it('that is one of theirs is certain, even where it was heard badly', () => {
    expect(resolveNumber(heard('45192'), 'whole', own)).toEqual({ kind: 'certain', number: 'SO-45192' });
    expect(resolveNumber(heard('4?5192'), 'whole', own)).toEqual({ kind: 'certain', number: 'SO-45192' });
  });

  it('is certain where one digit alone was hardly heard, and asked about where two were', () => {
    expect(resolveNumber(heard('?45192', 0.004), 'whole', own)).toEqual({
      kind: 'certain',
      number: 'SO-45192',
    });
    expect(resolveNumber(heard('?4519?2', 0.004), 'whole', own)).toEqual({
      kind: 'doubtful',
      number: 'SO-45192',
      doubtful: [],
    });
  });

  it('with one digit misheard is asked about, by that digit alone', () => {
    expect(resolveNumber(heard('38?507'), 'whole', own)).toEqual({
      kind: 'doubtful',
      number: 'SO-38207',
      doubtful: [2],
    });
  });

  it('that stands between two of theirs offers both', () => {
    expect(resolveNumber(heard('45?1?12'), 'whole', own)).toMatchObject({ kind: 'several' });
    expect(resolveNumber(heard('45?9?92'), 'whole', own)).toEqual({
      kind: 'several',
      numbers: expect.arrayContaining(['SO-45192', 'SO-45912']),
    });
  });

  it('that is none of theirs is unknown, however well it was heard', () => {
    expect(resolveNumber(heard('71836'), 'whole', own)).toEqual({ kind: 'unknown' });
    expect(resolveNumber(heard('45192'), 'whole', [])).toEqual({ kind: 'unknown' });
  });

  it('takes five and nine for each other more readily than five and two', () => {
    const two = ['SO-38907', 'SO-38207'];
    expect(resolveNumber(heard('38?507'), 'whole', two)).toMatchObject({
      kind: 'doubtful',
      number: 'SO-38907',
    });
  });

  it('takes fifteen for fifty', () => {
    expect(resolveNumber(heard('22?4?50'), 'whole', ['SO-22415', 'SO-22470'])).toMatchObject({
      kind: 'doubtful',
      number: 'SO-22415',
    });
  });

  it('with a digit left out is asked about', () => {
    expect(resolveNumber(heard('3820'), 'whole', own)).toMatchObject({
      kind: 'doubtful',
      number: 'SO-38207',
    });
  });
});

describe('a part of a number', () => {
  it('finds the one that ends so', () => {
    expect(resolveNumber(heard('92'), 'ending', own)).toEqual({ kind: 'certain', number: 'SO-45192' });
  });

  it('finds the one that begins so, or offers all that do', () => {
    expect(resolveNumber(heard('38'), 'beginning', own)).toEqual({ kind: 'certain', number: 'SO-38207' });
    expect(resolveNumber(heard('45'), 'beginning', own)).toMatchObject({
      kind: 'several',
      numbers: expect.arrayContaining(['SO-45192', 'SO-45912']),
    });
  });
});
