import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everythingStored } from '../store/testing/everything-stored.ts';
import { engines } from '../store/testing/fresh-store.ts';
import { turns } from './tables.ts';
import { byTable } from './testing/by-table.ts';
import { openShop, type Shop, talk } from './testing/converse.ts';

const card = '4242 4242 4242 4242';
const password = 'hunter2-swordfish';

describe.each(engines)('card numbers and passwords that a shopper says, on %s', (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(byTable, engine);
  });
  afterAll(() => shop.close());

  it('are stored nowhere: not in turns, lines, states, tickets, hand-offs or what the shop is told', async () => {
    const shopper = await talk(shop);
    const secret = `my card is ${card} and my password is ${password}`;
    await shopper.type(`where is SO-45192, ${secret}`);
    await shopper.type(`the wardrobe has a scratched door, ${secret}`);
    await shopper.type('yes');
    await shopper.type(`cancel the order because ${secret}`);
    await shopper.type('yes');
    await shopper.type(`I want to talk to a person, ${secret}`);
    const at = new Date().toISOString();
    await shop.dialogue.record(shopper.id, { who: 'shopper', id: 'l-1', text: secret, source: 'call', at });
    await shop.dialogue.record(shopper.id, {
      who: 'staff',
      id: 'l-2',
      name: 'Ana',
      text: `You said ${card}?`,
      source: 'text',
      at,
    });
    await shop.store.db.transaction((tx) =>
      shop.tickets.open(tx, {
        customer: 'c-maya',
        conversation: shopper.id,
        kind: 'complaint',
        summary: secret,
        facts: [{ label: 'said', value: secret }],
        idempotencyKey: 'a ticket',
      }),
    );
    const stored = await everythingStored(shop.store.db);
    expect(stored).toContain('SO-45192');
    expect(stored).toContain('[card number]');
    expect(stored.replaceAll(/[ -]/g, '')).not.toContain(card.replaceAll(' ', ''));
    expect(stored).not.toContain(password);
    expect(await shop.store.db.$count(turns)).toBe(6);
  });
});
