import { describe, expect, it } from 'vitest';
import { demoShopper, prepareDemoShop } from '../demo/index.ts';
import { openStore } from '../store/index.ts';
import { engines, freshPlace, type StorePlace } from '../store/testing/fresh-store.ts';
import { killProcess, startProcess } from '../store/testing/start-process.ts';
import { byTable } from './testing/by-table.ts';
import { monday, shopOver, talk, timeZone } from './testing/converse.ts';

const wardrobe = 'SO-45192';
const sayYes = new URL('./testing/say-yes.ts', import.meta.url);

/** Opens the shop, does something in it, and closes it again. */
async function inShop<T>(
  { settings }: StorePlace,
  work: (shop: ReturnType<typeof shopOver>) => Promise<T>,
): Promise<T> {
  const store = await openStore(settings);
  try {
    return await work(shopOver(store, byTable));
  } finally {
    await store.close();
  }
}

/** Two processes start one after the other, each with a store to open. */
const patience = { timeout: 120_000 };

describe.each(engines)('a server on %s killed between "yes" and its reply', (engine) => {
  it.each([
    ['with the change made and not yet stored: it never happened', 'changed', 0],
    ['with the turn stored and the reply unsent: it happened', 'stored', 1],
  ])('%s; the same yes again leaves it done once', patience, async (_when, stopAt, changed) => {
    const place = await freshPlace(engine);
    const { HEXKEY_DATA: data, DATABASE_URL: url = '' } = place.settings;
    const conversation = await inShop(place, async (shop) => {
      await prepareDemoShop(shop.store, { timeZone, now: monday });
      const shopper = await talk(shop);
      await shopper.type('send the wardrobe to my office');
      return shopper.id;
    });

    const server = await startProcess(sayYes, [data, url, conversation, 'the-yes', stopAt]);
    expect(server.message).toBe(stopAt);
    await killProcess(server.process);

    await inShop(place, async (shop) => {
      const changes = async () =>
        (await shop.orders.get(demoShopper, wardrobe))?.events.filter(
          ({ kind }) => kind === 'address_changed',
        ).length;
      expect(await changes()).toBe(changed);
      const turn = { conversation, customer: demoShopper, language: 'en', source: 'voice' } as const;
      const reply = await shop.dialogue.respond({ ...turn, text: 'yes', idempotencyKey: 'the-yes' });
      expect(reply.card).toMatchObject({ kind: 'address_change', done: true });
      expect(await changes()).toBe(1);
    });
    await place.remove();
  });
});
