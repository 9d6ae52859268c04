import { demoShopper } from '../../demo/index.ts';
import { openStore } from '../../store/index.ts';
import { createOrders } from '../index.ts';

/**
 * A process that changes the address of the demo shopper's wardrobe and never answers: it says so and waits to be
 * killed, `before` or `after` the transaction is committed.
 */
const [settings = '', moment, key = ''] = process.argv.slice(2);
const store = await openStore(JSON.parse(settings));
const orders = createOrders(store, { timeZone: 'Europe/London' });
const killed = new Promise<never>(() => process.on('message', () => undefined));
await store.db.transaction(async (tx) => {
  await orders.changeAddress(tx, {
    customer: demoShopper,
    order: 'SO-45192',
    idempotencyKey: key,
    address: {
      recipient: 'Maya Ellison',
      street: '14 Quay Street',
      city: 'Leeds',
      postcode: 'LS1 4PL',
      country: 'GB',
    },
  });
  if (moment === 'before') {
    process.send?.('changed, not committed');
    await killed;
  }
});
process.send?.('committed');
await killed;
