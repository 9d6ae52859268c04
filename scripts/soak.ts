import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import Type from 'typebox';
import { openBenchShop } from './bench-shop/bench-shop.ts';
import { slopeOf } from './soak/slope.ts';

const { values } = parseArgs({
  options: {
    conversations: { type: 'string', default: '1000' },
    together: { type: 'string', default: '4' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(`npm run soak -- [--conversations N] [--together N] [--json]
Holds N typed conversations, some at a time, with a server in this process, and looks every twentieth of the way at the memory
that is in use after collecting garbage, the event loop's delay and the open handles. It fails where memory grows by more than
1% in 1,000 conversations (from 20 measures on, after the first quarter), the delay's 99th percentile is 50 ms or more, or
handles are left open.`);
  process.exit(0);
}

const most = { growthPer1000: 0.01, delayMs: 50, handles: 5 };
const steps = 20;
const total = Number(values.conversations);
const together = Number(values.together);

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const talks = [
  ['where is my order', 'the first one', 'and when does it come', 'thank you'],
  ['do you have desks under 300 pounds', 'which is wider, the Ashby or the Nib', 'ok thanks, bye'],
  ['what is your return policy', 'I want to talk to a person', 'never mind'],
  ['我的订单到哪了', '第一个', '谢谢'],
  ['please send it to 14 Quay Street, Leeds LS1 4PL', 'no', 'cancel everything I asked', 'no'],
];

const shop = await openBenchShop({ demo: true });
const customers = Array.from({ length: 40 }, (_, n) => `soak-${n}`);
await shop.api(
  'PUT',
  '/v1/shop/customers',
  Type.Unknown(),
  customers.map((id) => ({
    id,
    firstName: 'Kit',
    name: 'Kit Marsh',
    email: `${id}@shoppers.example`,
    addresses: [],
  })),
);

let begun = 0;
let failed = 0;
async function hold(): Promise<void> {
  const n = begun++;
  const words = talks[n % talks.length] ?? [];
  try {
    const talk = await shop.talk(
      customers[n % customers.length] ?? '',
      words[0]?.match(/\p{Script=Han}/u) ? 'zh' : 'en',
    );
    for (const text of words) await talk.say(text);
    talk.close();
  } catch (error) {
    failed++;
    console.error(error instanceof Error ? error.message : error);
  }
}

/** In use now, in bytes. PostgreSQL's own memory is part of it. */
function memory(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const handles = () => process.getActiveResourcesInfo().filter((kind) => kind !== 'Immediate').length;

const delays = monitorEventLoopDelay({ resolution: 5 });
const measures: { conversations: number; megabytes: number; delayMs: number; handles: number }[] = [];
for (let step = 1; step <= steps; step++) {
  const until = Math.round((total * step) / steps);
  delays.reset();
  delays.enable();
  await Promise.all(
    Array.from({ length: together }, async () => {
      while (begun < until) await hold();
    }),
  );
  delays.disable();
  const measure = {
    conversations: begun,
    megabytes: memory() / 2 ** 20,
    delayMs: delays.percentile(99) / 1e6,
    handles: handles(),
  };
  measures.push(measure);
  if (!values.json)
    console.log(
      `${String(measure.conversations).padStart(6)} conversations  ${measure.megabytes.toFixed(1)} MB  p99 ${measure.delayMs.toFixed(1)} ms  ${measure.handles} handles`,
    );
}
await shop.close();

// What is loaded and kept on purpose is there by then.
const settled = measures.slice(steps / 4);
const [first] = settled;
const growthPer1000 =
  (slopeOf(settled.map(({ conversations, megabytes }) => [conversations, megabytes])) * 1_000) /
  (first?.megabytes ?? 1);
const delayMs = Math.max(...measures.map((measure) => measure.delayMs));
const handlesLeft = (settled.at(-1)?.handles ?? 0) - (first?.handles ?? 0);
const outcome = { conversations: begun, failed, growthPer1000, delayMs, handlesLeft };
const fails =
  failed > 0 || growthPer1000 > most.growthPer1000 || delayMs >= most.delayMs || handlesLeft > most.handles;
if (values.json) console.log(JSON.stringify({ ...outcome, measures }));
else
  console.log(
    `\nmemory ${(growthPer1000 * 100).toFixed(2)}% in 1,000 conversations; delay p99 ${delayMs.toFixed(1)} ms; ${handlesLeft} handles more; ${failed} failed`,
  );
process.exit(fails ? 1 : 0);
