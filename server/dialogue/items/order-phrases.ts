import type { ProductBrief } from '#protocol';
import { goodsRanges, type TextRange } from './mentions.ts';

type Goods = readonly Pick<ProductBrief, 'name' | 'noun'>[];

/** "The order with", "it's in the one that has": what follows are things by which an order is told. */
const toldByGoods =
  /\b(?:(?:it'?s|they'?re|that'?s|this is) )?(?:(?:in|from|of|on|for) )?(?:the|my|that|this) (?:order|one|purchase|package|parcel|delivery) (?:with|containing|that (?:has|had|contains|includes)|which (?:has|had|contains)|where i (?:bought|ordered|got))\b/giu;
/** What may stand between two of those things. */
const between =
  /^(?:\s*,)?\s*(?:(?:and|&|plus|as well as)\s+)?(?:(?:the|my|an?|some|both|also)\s+){0,2}(?:(?!(?:for|to|with|into|i|please|and|but)\s)[\w%.-]{1,20}\s+){0,4}$/iu;
const inIt = /^\s+(?:in (?:it|there)|inside|on it)\b/iu;

/** "My wardrobe order", "衣柜那个订单里的": the thing that an order is called by stands before these. */
const callsOrder = /^\s+order\b|^(?:的)?(?:那|这)?(?:一)?(?:个|笔)?(?:订单|单)(?:里面?|中)?的?/iu;
const leadsToIt = /(?:\b(?:in|from|of|on|off) )?(?:\b(?:the|my|that|this) )$/iu;

/** An order told by what is in it: the whole phrase, and the goods that it names. */
export interface OrderPhrase extends TextRange {
  goods: TextRange[];
}

/** Where a text tells an order by what is in it: "from the order with the kettle and the lamp in it". */
export function orderPhrases(text: string, goods: Goods): OrderPhrase[] {
  const ranges = goodsRanges(text, goods);
  const called = ranges.flatMap((range): OrderPhrase[] => {
    const behind = callsOrder.exec(text.slice(range.to))?.[0];
    if (behind === undefined) return [];
    const before = leadsToIt.exec(text.slice(0, range.from))?.[0] ?? '';
    return [{ from: range.from - before.length, to: range.to + behind.length, goods: [range] }];
  });
  const told = [...text.matchAll(toldByGoods)].flatMap(({ index, 0: { length } }): OrderPhrase[] => {
    let to = index + length;
    const goodsTold: TextRange[] = [];
    for (const range of ranges.filter(({ from }) => from >= to)) {
      if (!between.test(text.slice(to, range.from))) break;
      goodsTold.push(range);
      to = range.to;
    }
    if (goodsTold.length === 0) return [];
    return [{ from: index, to: to + (inIt.exec(text.slice(to))?.[0].length ?? 0), goods: goodsTold }];
  });
  return [...told, ...called];
}

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Where a text tells an order by its number or the end of it. */
export function numberPhrases(text: string, number: string): TextRange[] {
  const bare = number.replace(/^[^\p{L}\p{N}]+/u, '');
  const digits = /\d+$/.exec(bare)?.[0] ?? bare;
  const pattern = new RegExp(
    `(?:\\b(?:it'?s|that'?s|they'?re|this is) )?(?:\\b(?:in|from|of|on|for) )?(?:\\b(?:the|my) )?(?:\\border )?(?:\\b(?:number|no\\.?) ?)?#?\\b(?:${literally(bare)}|${literally(digits)})\\b|(?:\\b(?:in|from|of|on|for) )?(?:\\b(?:the|my) )?\\border,? (?:(?:that|it) )?(?:ends?|ending) (?:in|with|on) [\\dA-Z]{1,8}\\b`,
    'giu',
  );
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }));
}
