import { afterAll, beforeAll, describe, it } from 'vitest';
import { openShop, type Shop } from './testing/converse.ts';
import { play, type ScriptLine } from './testing/script.ts';
import { createUnderstander } from './understanding/index.ts';

const conversations: [what: string, lines: ScriptLine[]][] = [
  [
    'an order found, and sent elsewhere, in Chinese words for goods and places',
    [
      ['我的衣柜到哪儿了', { card: 'order', says: /衣柜/, saysNot: /wardrobe/ }],
      ['改送到我公司吧', { card: 'address_change', done: false, says: /公司（14 Quay Street/ }],
      ['对', { done: true, says: /衣柜.*公司/ }],
    ],
  ],
  [
    'an address as it is written in China',
    [
      [
        '衣柜改送到北京市朝阳区建国路88号5楼，邮编100022',
        { card: 'address_change', done: false, says: /北京市?.*朝阳区建国路88号5楼.*100022/s },
      ],
      ['不用了', { saysNot: /建国路/ }],
    ],
  ],
  [
    'another request where an address was asked for',
    [
      ['我想改衣柜的收货地址', { expecting: 'address' }],
      ['书桌还没发货，取消吧', { intent: 'cancel_order' }],
    ],
  ],
  [
    'what is wrong, said at once',
    [['书桌的桌面有一道划痕', { intent: 'product_defect', card: 'ticket', says: /书桌/ }]],
  ],
  [
    'what is wrong, asked for until it is told',
    [
      ['书桌坏了', { intent: 'product_defect', expecting: 'free_text' }],
      ['好的', { intent: 'product_defect', expecting: 'free_text' }],
      ['抽屉的滑轨断了', { card: 'ticket' }],
    ],
  ],
  ['thanks, however lightly said', [['谢谢啦', { intent: 'thanks' }]]],
  [
    'what assembly takes, without English in the middle',
    [['书桌怎么组装', { says: /60分钟/, saysNot: /hex key/ }]],
  ],
];

describe('conversations in Chinese', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(await createUnderstander());
  });
  afterAll(() => shop.close());

  it.each(conversations)('%s', (_what, lines) => play(shop, lines, 'zh'));
});
