import { afterAll, beforeAll, describe, it } from 'vitest';
import { openShop, type Shop } from './testing/converse.ts';
import { play, type ScriptLine } from './testing/script.ts';
import { createUnderstander } from './understanding/index.ts';

const conversations: [what: string, lines: ScriptLine[]][] = [
  [
    '"ok" to what was told starts nothing that was merely offered',
    [
      ["there's a scratch across the top of the desk", { card: 'ticket', buttons: ['person'] }],
      ['ok', { intent: 'affirm', says: /Anything else|What else/ }],
    ],
  ],
  [
    '"yes" to the same does',
    [
      ["there's a scratch across the top of the desk", { card: 'ticket', buttons: ['person'] }],
      ['yes please', { intent: 'human_agent' }],
    ],
  ],
  [
    'a name alone is for what was offered last',
    [
      ["I'm stuck on step four", { says: /guide/ }],
      ['the desk', { intent: 'assembly_help', says: /Ashby desk/, card: 'products' }],
    ],
  ],
  [
    'a name alone is for the request before',
    [
      ['how heavy is the wardrobe', { intent: 'product_info' }],
      ['the armchair', { intent: 'product_info', says: /armchair/i }],
    ],
  ],
  ['a name alone, at first, asks where it is', [['my wardrobe', { intent: 'track_order', card: 'order' }]]],
  ['or what it is, where none was ordered', [['the kettle', { intent: 'product_info', card: 'products' }]]],
  [
    'will it fit, however it is put',
    [['will the wardrobe fit in a 90 cm gap', { intent: 'product_info', says: /too wide|won't fit/ }]],
  ],
];

describe('turns of a few words', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(await createUnderstander());
  });
  afterAll(() => shop.close());

  it.each(conversations)('%s', (_what, lines) => play(shop, lines));
});
