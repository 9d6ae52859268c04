import { seededRandom } from '../../server/demo/seeded-random.ts';
import { things } from './augment.ts';
import { fractionOf, pick } from './random.ts';

/** What a name in braces stands for. */
const named: Record<string, readonly string[]> = {
  thing: things,
  thing2: [
    'my order',
    'the delivery',
    'my parcel',
    'this order',
    'the refund',
    'my {thing}',
    'the {thing}',
    'it all',
  ],
  day: [
    'Monday',
    'Tuesday',
    'Wednesday',
    'Thursday',
    'Friday',
    'Saturday',
    'Sunday',
    'tomorrow',
    'the weekend',
  ],
  person: ['mum', 'dad', 'sister', 'brother', 'neighbour', 'friend', 'parents', 'girlfriend', 'son'],
  letter: [...'ABCDEFGHJKLM'],
  n: ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', '3', '4', '7', '9', '10', '12'],
  nth: ['second', 'third', 'fourth', 'fifth', 'sixth', 'tenth'],
  order: [
    '45192',
    '80311',
    'four five one nine two',
    'ending in nine two',
    'SO-1044',
    'one seven seven oh five',
  ],
  address: [
    '12 Baker Street',
    '40 King Road',
    '221 Maple Avenue',
    'flat 3b Church Lane',
    '9 Elm Close, Leeds',
  ],
  colour: ['white', 'black', 'grey', 'oak', 'green', 'walnut', 'navy'],
  商品: [
    '衣柜',
    '柜子',
    '沙发',
    '书桌',
    '桌子',
    '椅子',
    '书架',
    '床',
    '床垫',
    '台灯',
    '茶几',
    '电视',
    '电视柜',
    '路由器',
    '耳机',
    '音箱',
    '显示器',
    '鞋柜',
    '餐桌',
    '扶手椅',
  ],
  序数: [...'二三四五六七八九十'],
  字母: [...'ABCDEFGHJKLM'],
  零件字母: ['零件A', '零件B', '零件C', '零件D', 'F号板', 'G号件'],
};

const innermost = /\{([^{}]*)\}/;

/**
 * `count` utterances of a pattern: `{one|other}` is either, `{|please}` may be nothing, `{thing}` stands for a name from
 * the table above; braces nest. The same pattern gives the same utterances, each once.
 */
export function expand(pattern: string, count: number): string[] {
  const random = seededRandom(Math.floor(fractionOf(pattern) * 2 ** 32));
  const utterances = new Set<string>();
  for (let tries = 0; tries < count * 3 && utterances.size < count; tries++)
    utterances.add(drawOne(pattern, random).replace(/\s+/g, ' ').trim());
  return [...utterances];
}

/** One utterance of a pattern, by chance. */
export function drawOne(pattern: string, random: () => number): string {
  let text = pattern;
  for (let found = innermost.exec(text); found; found = innermost.exec(text)) {
    const inside = found[1] ?? '';
    const choices = named[inside] ?? inside.split('|');
    text = text.slice(0, found.index) + pick(choices, random) + text.slice(found.index + found[0].length);
  }
  return text;
}
