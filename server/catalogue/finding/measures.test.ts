import { describe, expect, it } from 'vitest';
import { measuresIn } from './measures.ts';

describe('money in words and in digits', () => {
  it.each([
    ['less than a hundred quid', 100],
    ['under eighty quid', 80],
    ['at most two hundred and fifty pounds', 250],
    ['two fifty quid or so', 250],
    ['no more than half a grand', 500],
    ['one and a half grand', 1500],
    ['fifteen hundred pounds', 1500],
    ['a couple of hundred pounds', 200],
    ['ninety-nine pounds', 99],
    ['one thousand two hundred pounds', 1200],
    ['a thousand euros', 1000],
    ['£1.5k', 1500],
    ['两百五十镑以内', 250],
    ['2百镑以内', 200],
    ['1千块以下', 1000],
    ['一百五十英镑', 150],
  ])('%s', (text, value) => {
    expect(measuresIn(text)).toMatchObject([{ kind: 'money', value }]);
  });
});

describe('numbers in words without a unit', () => {
  it.each([
    ['under a hundred', 100],
    ['less than two hundred and fifty', 250],
    ['nothing over eighty please', 80],
  ])('%s', (text, value) => {
    expect(measuresIn(text)).toMatchObject([{ kind: 'bare', value }]);
  });

  it('small ones count other things', () => {
    expect(measuresIn('a table that seats six, two chairs and someone to build it')).toEqual([]);
  });

  it('a length in words is a length', () => {
    expect(measuresIn('a wall a hundred and twenty cm wide, half a metre deep')).toMatchObject([
      { kind: 'length', value: 1200 },
      { kind: 'length', value: 500 },
    ]);
  });
});
