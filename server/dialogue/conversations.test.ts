import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoShopper } from '../demo/index.ts';
import type { Understander } from './contract.ts';
import { byTable } from './testing/by-table.ts';
import { openShop, type Shop, talk } from './testing/converse.ts';
import { play, type ScriptLine } from './testing/script.ts';
import { createUnderstander } from './understanding/index.ts';

const wardrobe = 'SO-45192';
const confirms = { expecting: 'confirmation', done: false } as const;

/** Who says what, what Hexkey answers, and where the wardrobe goes afterwards. */
const addressChanges: [name: string, goesTo: string, lines: ScriptLine[]][] = [
  [
    'asked for outright',
    '14 Quay Street',
    [
      ["where's my order 45192?", { says: /wardrobe/, card: 'order', intent: 'track_order' }],
      [
        'send it to my office instead',
        { says: /SO-45192.*14 Quay Street/, card: 'address_change', ...confirms },
      ],
      ['yes', { card: 'address_change', done: true, says: /14 Quay Street/ }],
    ],
  ],
  [
    'with the new address corrected, and given in two pieces',
    '14 Baker Street',
    [
      ['send the wardrobe to my office instead', confirms],
      ['no, to 14 Baker Street', { says: /town|post code/, expecting: 'address' }],
      ['London NW1 6XE', { says: /14 Baker Street, London NW1 6XE/, ...confirms }],
      ['yes please', { done: true }],
    ],
  ],
  [
    'with another question in between',
    '8 Orchard Rise',
    [
      ['send the wardrobe to my parents', confirms],
      ['wait, how much is the return?', { says: /30 days.*Orchard Rise/, expecting: 'confirmation' }],
      ['are you a robot?', { says: /(?:program).*Orchard Rise/, expecting: 'confirmation' }],
      [
        'so shall I still change the address?',
        { says: /Orchard Rise/, saysNot: /catch|missed/, ...confirms },
      ],
      ['go ahead', { done: true }],
    ],
  ],
  [
    'corrected inside a yes',
    '8 Orchard Rise',
    [
      ['send the wardrobe to my office', confirms],
      ['yes but to my parents', { says: /Orchard Rise/, ...confirms }],
      ['[yes]', { done: true }],
    ],
  ],
  [
    'with a button pressed for the address',
    '14 Quay Street',
    [
      ['change the address of order 45192', { expecting: 'address', buttons: ['address-office'] }],
      ['[address-office]', { says: /14 Quay Street/, ...confirms }],
      ['yeah', { done: true }],
    ],
  ],
  [
    'refused',
    '27 Alder Row',
    [
      ['send the wardrobe to my office', confirms],
      ['no', { says: /left|nothing/ }],
    ],
  ],
  [
    'taken back with "cancel that", which is not the order',
    '27 Alder Row',
    [
      ['send the wardrobe to my office', confirms],
      ['cancel that', { says: /SO-45192.*(?:not cancelled|stands)/, buttons: ['cancel'] }],
      ['yes please do it and do not ask', { saysNot: /goes to/ }],
    ],
  ],
  [
    'dropped',
    '27 Alder Row',
    [
      ['send the wardrobe to my office', confirms],
      ['never mind', { says: /left|nothing/ }],
      ['stop', { expecting: 'anything', saysNot: /Alder|Quay/ }],
    ],
  ],
  [
    'with an unclear answer: asked once more, then a person is offered',
    '27 Alder Row',
    [
      ['send the wardrobe to my office', confirms],
      ['purple', { says: /SO-45192/, ...confirms }],
      ['bananas', { ...confirms, buttons: ['yes', 'no', 'person'] }],
    ],
  ],
  [
    'with a sound that is no yes',
    '27 Alder Row',
    [
      ['send the wardrobe to my office', confirms],
      ['hmm', confirms],
      ['uh', confirms],
      ['I guess maybe possibly', confirms],
    ],
  ],
  [
    'with "yes, but wait": nothing happens before the doubt is settled',
    '27 Alder Row',
    [
      ['send the wardrobe to my office', confirms],
      ['yes but wait a moment', confirms],
      ['no thanks', { says: /left|nothing/ }],
    ],
  ],
  [
    'in Chinese',
    '14 Quay Street',
    [
      ['我的订单45192在哪里', { says: /SO-45192|wardrobe/, card: 'order' }],
      ['地址改送到办公室', { says: /14 Quay Street.*[？]/, ...confirms }],
      ['好的', { done: true, says: /[一-龥]/ }],
    ],
  ],
];

const others: [name: string, lines: ScriptLine[]][] = [
  [
    'two orders are possible: it asks which, by what is in them',
    [
      [
        'where is my order',
        { says: /wardrobe/, card: 'orders', expecting: 'order_number', buttons: [wardrobe] },
      ],
      ['the desk', { says: /desk.*(?:late|later)/, card: 'order' }],
      ['no, the other one', { card: 'orders', saysNot: /the desk/ }],
      ['the monitor', { says: /monitor.*today/ }],
      ['and the wardrobe?', { says: /wardrobe/, card: 'order' }],
    ],
  ],
  ['the end of the number is enough', [['where is the order ending in nine two', { says: /wardrobe/ }]]],
  [
    'a number one digit off is asked about, not acted on',
    [
      ['where is order 45199', { says: /SO-45192.*wardrobe/, expecting: 'confirmation' }],
      ['yes', { card: 'order', says: /wardrobe/ }],
    ],
  ],
  [
    'past the point: it says so and offers what is left',
    [
      ['send the desk to my office', { says: /already/, buttons: ['person', 'track'], card: 'order' }],
      ['[person]', { card: 'handoff', says: /colleague/ }],
      ['change the address of the monitor', { says: /already/, saysNot: /\?/ }],
      ['cancel the monitor', { says: /way|left/, buttons: ['person'] }],
      ['cancel the router', { says: /delivered/, buttons: ['return'] }],
      ['[return]', { card: 'return', ...confirms }],
      ['no', { expecting: 'anything', saysNot: /office|collect/i }],
    ],
  ],
  [
    'sent back long ago: it says so',
    [['I want to return the speaker', { says: /refunded/, buttons: ['refund'] }]],
  ],
  [
    'no, and another request with it',
    [
      ['cancel the wardrobe', { card: 'cancellation', ...confirms }],
      ['no, send it to my parents', { card: 'address_change', ...confirms }],
      ['no', { expecting: 'anything', saysNot: /Orchard/ }],
    ],
  ],
  [
    '"cancel that" while cancelling an order: asked which is meant',
    [
      ['cancel the wardrobe', confirms],
      ['cancel that', { expecting: 'confirmation', buttons: ['yes', 'no'] }],
      ['[no]', { says: /left|nothing/ }],
    ],
  ],
  [
    'say that again',
    [
      ['where is the monitor', { says: /today/ }],
      ['say that again', { says: /^(?:Once more|I said).*today/, card: 'order', intent: 'repeat_step' }],
    ],
  ],
  [
    'anger is met calmly, and a person is offered',
    [
      ['this is ridiculous, where is my desk', { says: /sorry.*desk/, tone: 'calm', buttons: ['person'] }],
      ['get me a human', { card: 'handoff' }],
    ],
  ],
  [
    'all orders, however they are asked for',
    [
      ['what orders do I have', { card: 'orders', intent: 'track_order', says: /orders/ }],
      ['我有哪些订单？', { card: 'orders', intent: 'track_order' }],
    ],
  ],
  [
    'an order named in an outburst is the one that "it" is',
    [
      ['my desk is late again, what a useless bunch!!', { tone: 'calm', says: /desk/ }],
      ['cancel it then', { says: /desk|SO-45912/, saysNot: /wardrobe/ }],
    ],
  ],
  [
    'worry is answered with a fact',
    [["I'm worried, where is my monitor", { tone: 'reassuring', says: /today/ }]],
  ],
  [
    'something broken becomes a ticket with what staff need',
    [
      ['my bookcase is broken', { expecting: 'free_text' }],
      ['part B came with a crack right across the top', { card: 'ticket', says: /T-\d+/ }],
    ],
  ],
  [
    'questions about a product',
    [
      ['how wide is the Tarn wardrobe', { says: /100.cm/, card: 'products' }],
      ['will it fit in 80 cm?', { says: /too wide|won't fit/ }],
      ['will it fit in 110 cm?', { says: /fits/ }],
    ],
  ],
  [
    'not understood three times: a person is offered',
    [
      ['colourless green ideas', { intent: 'out_of_scope', saysNot: /colleague/ }],
      ['sleep furiously they said', { intent: 'out_of_scope', saysNot: /colleague/ }],
      ['blub', { buttons: ['person'], says: /colleague/ }],
      ['yes', { card: 'handoff' }],
    ],
  ],
];

const suites: [name: string, understander: () => Understander | Promise<Understander>][] = [
  ['with intents read from a table', () => byTable],
  ['with the trained models', createUnderstander],
];

describe.each(suites)('conversations %s', (_name, understander) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(await understander());
  });
  afterAll(() => shop.close());

  describe('an address change', () => {
    beforeEach(async () => {
      const customer = await shop.orders.customer(demoShopper);
      const home = customer?.addresses.find(({ label }) => label === 'home');
      const idempotencyKey = crypto.randomUUID();
      if (!home) throw new Error('The demo shopper has no home.');
      await shop.store.db.transaction((tx) =>
        shop.orders.changeAddress(tx, {
          customer: demoShopper,
          order: wardrobe,
          address: home,
          idempotencyKey,
        }),
      );
    });

    it.each(addressChanges)('%s', async (_how, goesTo, lines) => {
      await play(shop, lines);
      const order = await shop.orders.get(demoShopper, wardrobe);
      expect(order?.address.street).toBe(goesTo);
    });
  });

  it.each(others)('%s', (_what, lines) => play(shop, lines));

  it('an order of somebody else reads as one that does not exist', async () => {
    const own = new Set((await shop.orders.list(demoShopper)).map(({ number }) => number));
    const foreign = await shop.foreignOrder(own);
    const reply = await (await talk(shop)).type(`where is order ${foreign.number}`);
    expect(reply.card?.kind).not.toBe('order');
    const shown = JSON.stringify(reply).match(/SO-\d{5}/g) ?? [];
    expect(shown.filter((number) => !own.has(number))).toEqual([]);
  });

  it('a cancellation is carried out on yes alone', async () => {
    await play(shop, [['cancel the wardrobe', { card: 'cancellation', ...confirms }]]);
    expect((await shop.orders.get(demoShopper, wardrobe))?.state).toBe('packed');
    await play(shop, [
      ['cancel order 45192', { card: 'cancellation', ...confirms }],
      ['yes', { card: 'cancellation', done: true, says: /£496/ }],
    ]);
    expect((await shop.orders.get(demoShopper, wardrobe))?.state).toBe('cancelled');
  });
});
