import { parseArgs } from 'node:util';
import { readGuideFolder } from '../server/guides/index.ts';
import { fromRoot } from '../server/paths.ts';
import { measurePlan, measureSets, overall, type PlanFigures } from './guide-bench/plans.ts';
import { products } from './guides/products/index.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    steps: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(`npm run bench:plan -- [--steps] [--json]
Plans the guides that ship and products of known order without looking at either, and says how far it agrees.`);
  process.exit(0);
}

const shipped = fromRoot('assets', 'guides');
const guides: PlanFigures[] = [];
for (const slug of products.map(({ guide }) => guide.slug).sort()) {
  const read = await readGuideFolder(`${shipped}/${slug}`);
  if ('findings' in read) throw new Error(`${slug} is no guide: npm run guides:check says why`);
  guides.push(await measurePlan(read.guide, read.model));
}
const sets = measureSets();
if (values.json)
  console.log(JSON.stringify({ guides: overall(guides), sets: overall(sets), plans: [...guides, ...sets] }));
else {
  print('guides that ship', guides);
  print('products of known order', sets);
}

function print(title: string, plans: readonly PlanFigures[]): void {
  console.log(`${title.padEnd(26)}  order  ways in  floating  unstable  turns  forced    time`);
  for (const { slug, agreement, floating, unstable, turns, forced, seconds, steps } of plans) {
    const shares = [agreement.order, agreement.direction].map((share) => share.toFixed(2));
    console.log(
      `  ${slug.padEnd(24)}${shares[0]?.padStart(7)}${shares[1]?.padStart(9)}${String(floating).padStart(10)}${String(unstable).padStart(10)}${String(turns).padStart(7)}${String(forced).padStart(8)}${seconds.toFixed(2).padStart(6)} s`,
    );
    for (const { arrivals, posture } of values.steps ? steps : [])
      console.log(
        `      ${posture ? 'lying ' : ''}${arrivals.map(({ nodes, direction }) => `${nodes.join(' + ')} [${direction.map((part) => part.toFixed(1)).join(' ')}]`).join(', ')}`,
      );
  }
  const { order, direction } = overall(plans);
  console.log(`  ${'all'.padEnd(24)}${order.toFixed(2).padStart(7)}${direction.toFixed(2).padStart(9)}\n`);
}
