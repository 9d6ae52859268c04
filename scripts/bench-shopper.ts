import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import Type from 'typebox';
import { type Language, Product } from '#protocol';
import { seededRandom } from '../server/demo/seeded-random.ts';
import { openBenchShop } from './bench-shop/bench-shop.ts';
import { followChanges } from './bench-shop/change-feed.ts';
import { orderKeys, preparedCustomer, preparedOrders } from './dialogue-bench/prepared-orders.ts';
import { percent, sharesOf, shareTable } from './dialogue-bench/report.ts';
import { type Conversed, converse } from './shopper-bench/converse.ts';
import { wishes } from './shopper-bench/wishes.ts';
import { median } from './speech-bench/figures.ts';
import { pick } from './understanding/random.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    conversations: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    transcripts: { type: 'string', default: '5' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(`npm run bench:shopper -- [--json] [--conversations 200] [--seed 1] [--transcripts 5]
Simulated shoppers of the demo shop, by templates of wishes, moods, corrections and digressions, a third of them Chinese.
Counts changes without a yes to those very terms and dead ends longer than two turns without a person offered, and the turns
until the wish is done; prints the first transcripts of each kind of trouble.`);
  process.exit(0);
}

const random = seededRandom(Number(values.seed));
const shop = await openBenchShop({ demo: true });
const conversed: Conversed[] = [];
try {
  const listed = await shop.api('GET', '/v1/products', Type.Array(Product));
  const products = new Map(listed.map((product) => [product.slug, product]));
  const follow = followChanges(shop);
  for (let n = 0; n < Number(values.conversations); n++) {
    const customer = `shopper-${n}-${randomUUID().slice(0, 8)}`;
    const numbers = new Map(
      orderKeys.map((key, at) => [key, `SO-${10_000 + ((n * orderKeys.length + at) % 90_000)}`]),
    );
    await shop.api('PUT', '/v1/shop/customers', Type.Unknown(), [preparedCustomer(customer)]);
    await shop.api('PUT', '/v1/shop/orders', Type.Unknown(), preparedOrders(customer, numbers, products));
    const language: Language = random() < 1 / 3 ? 'zh' : 'en';
    const talk = await shop.talk(customer, language);
    const changes = () => follow(customer);
    conversed.push(await converse({ talk, wish: pick(wishes, random), language, numbers, changes, random }));
    talk.close();
  }
} finally {
  await shop.close();
}

const unconsented = conversed.flatMap((one) => one.unconsented);
const deadEnds = conversed.filter((one) => one.deadEnd);
const done = conversed.filter((one) => one.done);
const turns = median(done.map((one) => one.turns));
const shares = sharesOf(conversed.map((one) => ({ kind: `${one.kind} ${one.language}`, right: one.done })));
if (values.json)
  console.log(
    JSON.stringify({
      conversations: conversed.length,
      done: done.length,
      unconsented: unconsented.length,
      deadEnds: deadEnds.length,
      medianTurns: turns,
      kinds: shares,
    }),
  );
else {
  const shown = Number(values.transcripts);
  const troubled = [
    ...conversed.filter((one) => one.unconsented.length > 0).slice(0, shown),
    ...deadEnds.slice(0, shown),
    ...conversed.filter((one) => !one.done && !one.deadEnd).slice(0, shown),
  ];
  for (const { kind, language, transcript } of troubled)
    console.log(`${kind} (${language})\n${transcript.join('\n')}`);
  console.log(`\ndone\n${shareTable(shares)}`);
  console.log(
    `${conversed.length} conversations: ${unconsented.length} changes without consent, ${deadEnds.length} dead ends, ${percent(done.length, conversed.length)} done in ${turns} turns in the median`,
  );
}
process.exit(unconsented.length > 0 || deadEnds.length > 0 ? 1 : 0);
