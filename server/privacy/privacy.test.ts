import { type SQL, sql } from 'drizzle-orm';
import Type from 'typebox';
import Value from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calls } from '../calls/tables.ts';
import { internalNotes, ratings } from '../desk/tables.ts';
import { conversationLines, conversations, turns } from '../dialogue/tables.ts';
import { readChanges } from '../feed/routes.ts';
import { gapExamples, gaps } from '../gaps/tables.ts';
import { guideProgress } from '../guides/tables.ts';
import { createOrders, saveCustomers, saveOrders } from '../orders/index.ts';
import {
  fillVariantShop,
  home,
  saveOrder,
  shopNow,
  shopOrder,
  shopper,
} from '../orders/testing/variant-shop.ts';
import { engines, type FreshStore, freshStore } from '../store/testing/fresh-store.ts';
import { createTickets } from '../tickets/index.ts';
import { createPrivacy } from './index.ts';

const Texts = Type.Object({ rows: Type.Array(Type.Object({ text: Type.String() })) });

/** What would tell who it was, wherever it stood. */
const secrets = [
  'Ines',
  'Duarte',
  'ines@',
  'Cedar',
  'New Road',
  '656',
  '78234',
  '9212',
  'San Antonio',
  'neighbour at',
  'divorce',
];

describe.each(engines)("a customer's data on %s", (engine) => {
  let store: FreshStore;
  const forgotten: string[] = [];
  const privacy = () =>
    createPrivacy({
      store,
      calls: { forget: async (ids) => void forgotten.push(...ids) },
      now: () => shopNow,
    });
  const orders = () => createOrders(store, { timeZone: 'Europe/London', now: () => shopNow });
  const at = shopNow;

  beforeAll(async () => {
    store = await freshStore(engine);
    await fillVariantShop(store.db);
    await saveOrder(store.db, { ...shopOrder('#1'), trackingNumber: 'TR-656' });
    await store.db.transaction(async (tx) => {
      const act = { customer: shopper, order: '#1' };
      await orders().changeAddress(tx, {
        ...act,
        idempotencyKey: 'a',
        address: { ...home, street: '1 New Road' },
      });
      await orders().setDeliveryInstructions(tx, {
        ...act,
        idempotencyKey: 'b',
        instructions: { note: 'The neighbour at 12, Ines knows her' },
      });
      await orders().changePayment(tx, { ...act, idempotencyKey: 'p', method: 'paypal' });
    });
    await store.db.transaction((tx) =>
      orders().cancel(tx, { customer: shopper, order: '#1', idempotencyKey: 'c', reason: 'a divorce' }),
    );
    await store.db
      .insert(conversations)
      .values({ id: 'talk', customer: shopper, language: 'en', state: {}, createdAt: at, updatedAt: at });
    await store.db.insert(turns).values({
      conversation: 'talk',
      idempotencyKey: 't',
      source: 'text',
      text: 'I am Ines Duarte',
      intent: 'greeting',
      mood: 'neutral',
      moodIntensity: 0,
      reply: { text: 'Hello Ines' },
      at,
    });
    await store.db
      .insert(conversationLines)
      .values({ id: 'l', conversation: 'talk', who: 'shopper', text: 'Ines here', source: 'text', at });
    await store.db.transaction(async (tx) => {
      const about = { customer: shopper, conversation: 'talk' };
      await createTickets().open(tx, {
        ...about,
        kind: 'other',
        summary: 'Ines has a question',
        facts: [{ label: 'Name', value: 'Ines Duarte' }],
        idempotencyKey: 'ticket',
      });
    });
    await store.db.insert(internalNotes).values({ conversation: 'talk', by: 'Sam', text: 'Ines called', at });
    await store.db.insert(ratings).values({ conversation: 'talk', customer: shopper, rating: 4, at });
    await store.db
      .insert(calls)
      .values({ id: 'call', conversation: 'talk', customer: shopper, openedAt: at });
    await store.db.insert(guideProgress).values({
      id: 'g',
      customer: shopper,
      guide: 'ashby-desk',
      revision: 1,
      code: 'INES99',
      enteredAt: at,
      startedAt: at,
    });
    const [gap] = await store.db
      .insert(gaps)
      .values({ language: 'en', question: 'Do you know Ines?', count: 1, firstAskedAt: at, lastAskedAt: at })
      .returning();
    await store.db
      .insert(gapExamples)
      .values({ gap: gap?.id ?? 0, text: 'Do you know Ines?', conversation: 'talk', at });
  });
  afterAll(() => store.close());

  const textsOf = async (query: SQL) =>
    Value.Parse(Texts, await store.db.execute(query)).rows.map(({ text }) => text);

  /** Every row of every table as text. */
  const everything = async () => {
    const tables = await textsOf(
      sql`select table_name as text from information_schema.tables where table_schema = 'public'`,
    );
    const rows: string[] = [];
    for (const table of tables)
      rows.push(...(await textsOf(sql`select row_to_json(t)::text as text from ${sql.identifier(table)} t`)));
    return rows.join('\n');
  };

  it('is told whole, from every feature', async () => {
    const record = await privacy().record(shopper);
    expect(record).toMatchObject({
      customer: { name: 'Ines Duarte', email: 'ines@shop.example' },
      addresses: [{ street: '996 Cedar Street' }],
      orders: [{ number: '#1', state: 'cancelled' }],
      conversations: [{ id: 'talk', turns: [{ text: 'I am Ines Duarte' }], lines: [{ text: 'Ines here' }] }],
      tickets: [{ problem: 'Ines has a question' }],
      notes: [{ text: 'Ines called' }],
      ratings: [{ rating: 4 }],
      calls: [{ id: 'call' }],
      guides: [{ guide: 'ashby-desk' }],
    });
    expect(record?.paymentMethods).toHaveLength(4);
    expect(record?.changes.map(({ kind }) => kind)).toContain('cancelled');
    expect(await privacy().record('nobody')).toBeUndefined();
  });

  it('is nowhere in the store once it is erased; the ledger and the feed stay', async () => {
    const before = await everything();
    for (const secret of secrets) expect(before).toContain(secret);
    const { changes: told } = await readChanges(store.db, '0', 100);
    expect(await privacy().erase(shopper)).toEqual({ orders: 1, conversations: 1 });
    expect(forgotten).toEqual(['talk']);
    const left = await everything();
    for (const secret of secrets) expect(left).not.toContain(secret);
    const { changes } = await readChanges(store.db, '0', 100);
    expect(changes.slice(0, -1).map(({ kind }) => kind)).toEqual(told.map(({ kind }) => kind));
    expect(changes.at(-1)).toEqual({ kind: 'customer_erased', at: shopNow.toISOString(), customer: shopper });
    expect(await orders().get(shopper, '#1')).toMatchObject({
      state: 'cancelled',
      total: { amount: 25_842 },
    });
  });

  it('does not come back by a list that the shop wrote before it knew', async () => {
    const customer = {
      id: shopper,
      firstName: 'Ines',
      name: 'Ines Duarte',
      email: 'ines@shop.example',
      addresses: [],
    };
    const kept = await store.db.transaction(async (tx) => [
      ...(await saveCustomers(tx, [customer])),
      ...(await saveOrders(tx, [{ ...shopOrder('#1'), payments: [] }])),
    ]);
    expect(kept.map(({ parts }) => parts)).toEqual([['everything'], ['everything']]);
    expect(await everything()).not.toContain('Ines');
  });

  it('of nobody cannot be erased', async () => {
    await expect(privacy().erase('nobody')).rejects.toMatchObject({ code: 'not_found' });
  });
});
