import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoShopper } from '../demo/index.ts';
import type { Orders } from '../orders/contract.ts';
import { engines } from '../store/testing/fresh-store.ts';
import type { Understander } from './contract.ts';
import { createDialogue } from './create-dialogue.ts';
import { turns } from './tables.ts';
import { byTable } from './testing/by-table.ts';
import { heard, monday, openShop, type Shop, shopOver, talk } from './testing/converse.ts';

const wardrobe = 'SO-45192';

describe.each(engines)('a turn on %s', (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(byTable, engine);
  });
  afterAll(() => shop.close());

  const street = async () => (await shop.orders.get(demoShopper, wardrobe))?.address.street;
  const changes = async () =>
    (await shop.orders.get(demoShopper, wardrobe))?.events.filter(({ kind }) => kind === 'address_changed')
      .length ?? 0;

  it('asked twice under one key is carried out once and answered the same', async () => {
    const shopper = await talk(shop);
    await shopper.type('send the wardrobe to my office');
    const before = await changes();
    const first = await shopper.type('yes', 'key-1');
    const second = await shopper.type('yes', 'key-1');
    expect(second).toEqual(first);
    expect(await changes()).toBe(before + 1);
  });

  it('sent twice at the same moment is carried out once, even by two servers', async () => {
    const shopper = await talk(shop);
    await shopper.type('send the wardrobe to my parents');
    const before = await changes();
    const turn = {
      conversation: shopper.id,
      customer: demoShopper,
      language: 'en' as const,
      source: 'text' as const,
      text: 'yes',
      idempotencyKey: 'key-2',
    };
    const other = shop.reopen();
    const replies = await Promise.all([
      shop.dialogue.respond(turn),
      shop.dialogue.respond(turn),
      other.respond(turn),
    ]);
    expect(new Set(replies.map(({ id }) => id)).size).toBe(1);
    expect(await changes()).toBe(before + 1);
  });

  it('looked at before it is answered is read for its meaning once', async () => {
    let reads = 0;
    const counting: Understander = {
      understand(text) {
        reads++;
        return byTable.understand(text);
      },
    };
    const { dialogue } = shopOver(shop.store, counting);
    const { id } = await dialogue.open(demoShopper, 'en');
    const turn = (idempotencyKey: string) => ({
      conversation: id,
      customer: demoShopper,
      language: 'en' as const,
      source: 'voice' as const,
      text: 'where is the wardrobe',
      idempotencyKey,
    });
    await dialogue.respond(turn('unseen'));
    const once = reads;
    const seen = turn('seen');
    await dialogue.isAddressed(seen);
    await dialogue.respond(seen);
    expect(once).toBeGreaterThan(0);
    expect(reads).toBe(2 * once);
  });

  it('that fails half-way leaves neither change nor answer, and works when sent again', async () => {
    const shopper = await talk(shop);
    await shopper.type('send the wardrobe home');
    const before = await street();
    const breaks: Orders = {
      ...shop.orders,
      async changeAddress(tx, act) {
        await shop.orders.changeAddress(tx, act);
        throw new Error('The line went dead.');
      },
    };
    const { store, catalogue, desk, tickets, guides, articles, gaps } = shop;
    const options = {
      store,
      catalogue,
      desk,
      tickets,
      guides,
      articles,
      gaps,
      understander: byTable,
      timeZone: 'Europe/London',
      clock: () => monday,
    };
    const broken = createDialogue({ ...options, orders: breaks });
    const turn = {
      conversation: shopper.id,
      customer: demoShopper,
      language: 'en' as const,
      source: 'text' as const,
      text: 'yes',
      idempotencyKey: 'key-3',
    };
    await expect(broken.respond(turn)).rejects.toThrow('The line went dead.');
    expect(await street()).toBe(before);
    expect(await store.db.select().from(turns).where(eq(turns.idempotencyKey, 'key-3'))).toEqual([]);
    expect((await shop.dialogue.respond(turn)).card).toMatchObject({ kind: 'address_change', done: true });
    expect(await street()).toBe('27 Alder Row');
  });

  it('whose order moves on between question and yes is refused with a way out', async () => {
    const shopper = await talk(shop);
    await shopper.type('cancel the wardrobe');
    await shop.store.db.transaction((tx) =>
      shop.orders.cancel(tx, { customer: demoShopper, order: wardrobe, idempotencyKey: 'elsewhere' }),
    );
    const reply = await shopper.type('yes');
    expect(reply.text).toMatch(/already/);
    expect(reply.card?.kind).toBe('order');
  });
});

describe('a conversation', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(byTable);
  });
  afterAll(() => shop.close());

  it('comes back with its history after a restart, and goes on where it was', async () => {
    const shopper = await talk(shop);
    await shopper.type('where is the wardrobe');
    await shopper.type('send it to my office');
    const restarted = shop.reopen();
    const { id, history } = await restarted.open(demoShopper, 'en', shopper.id);
    expect(id).toBe(shopper.id);
    expect(history.map(({ who }) => who)).toEqual(['shopper', 'hexkey', 'shopper', 'hexkey']);
    expect(restarted.hints(id).expecting).toBe('confirmation');
    const turn = {
      conversation: id,
      customer: demoShopper,
      language: 'en' as const,
      source: 'text' as const,
    };
    const reply = await restarted.respond({ ...turn, text: 'yes', idempotencyKey: 'after' });
    expect(reply.card).toMatchObject({ kind: 'address_change', done: true });
  });

  it('of somebody else is neither opened nor answered', async () => {
    const shopper = await talk(shop);
    const opened = await shop.dialogue.open('someone-else', 'en', shopper.id);
    expect(opened.id).not.toBe(shopper.id);
    const turn = { language: 'en' as const, source: 'text' as const, text: 'yes', idempotencyKey: 'x' };
    await expect(
      shop.dialogue.respond({ ...turn, conversation: shopper.id, customer: 'someone-else' }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('hints at what this shopper may say: own products first, own streets, own numbers', async () => {
    const shopper = await talk(shop);
    const { phrases, orderNumbers } = shop.dialogue.hints(shopper.id);
    expect(orderNumbers).toContain(wardrobe);
    expect(phrases.indexOf('wardrobe')).toBeLessThan(phrases.indexOf('kettle'));
    expect(phrases).toEqual(expect.arrayContaining(['Quay Street', 'Tarn wardrobe', 'talk to a person']));
  });

  it('never says the same sentence twice in a row', async () => {
    const shopper = await talk(shop);
    let before = '';
    for (let n = 0; n < 4; n++) {
      const { text } = await shopper.type('where is the monitor');
      expect(text).not.toBe(before);
      before = text;
    }
  });

  it('reads the whole number back where a digit was hardly heard', async () => {
    const shopper = await talk(shop);
    const spoken = { '38507': 'three eight five oh seven' };
    const reply = await shopper.say(heard('where is order 38507', spoken, { five: 0.35 }));
    expect(reply.text).toMatch(/38207/);
    expect(reply.expecting).toBe('confirmation');
    expect((await shopper.type('yes')).card).toMatchObject({ kind: 'order', order: { number: 'SO-38207' } });
  });

  it('asks which when a number was heard between two of theirs', async () => {
    const shopper = await talk(shop);
    const words = heard('where is order 45992', { '45992': 'four five nine nine two' }, { nine: 0.4 });
    const reply = await shopper.say(words);
    expect(reply.text).toMatch(/wardrobe|desk/);
    expect(reply.choices.map(({ id }) => id).sort()).toEqual([wardrobe, 'SO-45912']);
  });

  it('asks which even where only one of them could be changed', async () => {
    const shopper = await talk(shop);
    const words = heard('cancel order 45992', { '45992': 'four five nine nine two' }, { nine: 0.4 });
    const reply = await shopper.say(words);
    expect(reply.choices.map(({ id }) => id).sort()).toEqual([wardrobe, 'SO-45912']);
  });

  it('joins a number that was said in two turns', async () => {
    const shopper = await talk(shop);
    const first = await shopper.say(heard('where is order 45', { '45': 'four five' }));
    expect(first.choices.map(({ id }) => id).sort()).toEqual([wardrobe, 'SO-45912']);
    const reply = await shopper.say(heard('192', { '192': 'one nine two' }));
    expect(reply.card).toMatchObject({ kind: 'order', order: { number: wardrobe } });
  });

  it('opens no ticket and calls nobody on words that were hardly heard: it asks first', async () => {
    const shopper = await talk(shop);
    const words = 'I want a human now please'.split(' ');
    const garbled = Object.fromEntries(words.map((word) => [word, 0.4]));
    const reply = await shopper.say(heard(words.join(' '), {}, garbled));
    expect(reply.card).toBeUndefined();
    expect(reply.expecting).toBe('confirmation');
    expect((await shopper.say(heard('yes'))).card?.kind).toBe('handoff');
  });

  it('does not act on a yes that was hardly heard', async () => {
    const shopper = await talk(shop);
    await shopper.type('send the wardrobe to my parents');
    const doubtful = await shopper.say(heard('yes', {}, { yes: 0.2 }));
    expect(doubtful.expecting).toBe('confirmation');
    expect(doubtful.card).toMatchObject({ done: false });
    const clear = await shopper.say(heard('yes'));
    expect(clear.card).toMatchObject({ done: true });
  });
});
