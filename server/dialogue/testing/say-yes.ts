import { demoShopper } from '../../demo/index.ts';
import type { Orders } from '../../orders/contract.ts';
import { openStore } from '../../store/index.ts';
import { createDialogue } from '../create-dialogue.ts';
import { byTable } from './by-table.ts';
import { monday, shopOver, timeZone } from './converse.ts';

/**
 * A server that says yes in a conversation, tells how far it got, and then waits to be killed: "changed" once the order
 * is changed inside the turn's transaction, "stored" once the turn is stored and before its reply is used.
 */
const [data = '', url = '', conversation = '', idempotencyKey = '', stopAt = ''] = process.argv.slice(2);
const store = await openStore({ HEXKEY_DATA: data, ...(url && { DATABASE_URL: url }) });
const shop = shopOver(store, byTable);
const forever = () => new Promise<never>(() => undefined);
const orders: Orders = {
  ...shop.orders,
  async changeAddress(tx, act) {
    const changed = await shop.orders.changeAddress(tx, act);
    if (stopAt !== 'changed') return changed;
    process.send?.('changed');
    return forever();
  },
};
const { catalogue, desk, tickets, guides, articles, gaps } = shop;
const dialogue = createDialogue({
  store,
  orders,
  catalogue,
  desk,
  tickets,
  guides,
  articles,
  gaps,
  understander: byTable,
  timeZone,
  clock: () => monday,
});
process.on('message', () => undefined);
await dialogue.respond({
  conversation,
  customer: demoShopper,
  language: 'en',
  source: 'voice',
  text: 'yes',
  idempotencyKey,
});
process.send?.('stored');
await forever();
