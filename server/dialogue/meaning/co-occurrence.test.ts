import { describe, expect, it } from 'vitest';
import type { Intent } from '#protocol';
import { intentOfIdeas } from './co-occurrence.ts';
import { plainText } from './plain-text.ts';

const goods = /wardrobe|table|chair|desk|sofa|lamp|router|衣柜|椅|书架|灯/iu;
const read = (text: string) => intentOfIdeas(plainText(text), () => goods.test(text));

const told: Partial<Record<Intent, string[]>> = {
  charge_problem: [
    'the bank rang, you lot have debited me a second time for one lamp',
    'theres a payment to you on my statement i dont recognise',
    'I think I have been overcharged',
    '你们怎么又扣了我一次款',
  ],
  not_received: [
    'app claims it was handed over to me at noon. it wasnt, there is nothing here',
    'status says signed for but nobody came',
    '短信说已经送到了，我什么都没收到',
  ],
  parcel_missing: [
    'just two of the three boxes turned up',
    'the shade wasnt in the box with the lamp',
    '少发了一把椅子',
  ],
  tracking_problem: ['that consignment number comes back as invalid', '快递单号查不到'],
  price_match: [
    'argos has the very same lamp for £20 less',
    'www.lampworld.co.uk/hexa is selling it at 40 quid',
    '京东上同款便宜很多，能补吗，差价多少',
  ],
  warranty_claim: [
    'two years in and the motor has packed up, is that still under guarantee',
    '灯坏了还在保修期吗，想报修，还在保',
  ],
  change_payment: ['could you take it off my other card instead', '想换一张卡付款'],
  delivery_instructions: ['shove it behind the shed if theres no answer', '没人的话交给门卫'],
  not_home: ['I am at work until seven, what can the driver do'],
  human_agent: ['is anybody there i can talk to, an actual person', '给我接个真人'],
  change_items: ['stick another lamp on that order before it ships', 'make it four chairs instead of two'],
  cancel_order: [
    'drop the lamp from it but the desk still comes, right?',
    'one chair is enough, not two',
    '灯不要了，衣柜照送',
    '椅子一把就够了',
  ],
  shop_question: ['is someone able to build the desk for me there?', '有师傅上门装衣柜吗'],
  exchange_item: [
    'you sent the wrong size lamp, I ordered the small one',
    '灯的颜色发错了，我要的是白色',
    'fancy swapping the blue lamp for a green one',
    '这把椅子想换成黑的',
  ],
  return_refund: ['one chair is wonky so i will be sending that one back'],
  show_my_data: ['which details of mine do you keep', '你们保存了我的哪些资料'],
  order_facts: ['how did I pay for that', 'what card was it'],
};

describe('ideas that come together', () => {
  it.each(Object.entries(told).flatMap(([intent, texts]) => texts.map((text) => [text, intent])))(
    '"%s" comes to %s',
    (text, intent) => {
      expect(read(text)).toBe(intent);
    },
  );

  it.each([
    'can I pay with two cards',
    'do you have anything cheaper than the lamp',
    'is the guarantee ten years',
    'where is my parcel',
    'change my address please',
    'I do not need to talk to a person, just tell me the price',
    '这个灯多少钱',
    'thanks, all arrived',
  ])('"%s" comes to none', (text) => {
    expect(read(text)).toBeUndefined();
  });
});
