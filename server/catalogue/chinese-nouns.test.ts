import { describe, expect, it } from 'vitest';
import { demoProducts } from '../demo/products.ts';
import { inChinese, nounsInChinese } from './chinese-nouns.ts';

describe('nounsInChinese', () => {
  it.each([
    ['我的衣柜到哪儿了', ['wardrobe']],
    ['沙发床什么时候到', ['sofa bed']],
    ['转角沙发多大', ['corner sofa']],
    ['床头柜和床垫', ['bedside table', 'mattress']],
    ['电视柜上的电视', ['TV bench', 'television']],
    ['桌子', ['desk', 'dining table']],
    ['红绿灯', []],
  ])('%s', (text, nouns) => {
    expect(nounsInChinese(text).sort()).toEqual(nouns.sort());
  });
});

describe('inChinese', () => {
  it('knows every noun of the demo shop', () => {
    for (const { noun } of demoProducts())
      expect([noun, inChinese(noun)]).toEqual([noun, expect.stringMatching(/\p{Script=Han}/u)]);
  });

  it('leaves a noun that it does not know', () => {
    expect(inChinese('hammock')).toBe('hammock');
  });
});
