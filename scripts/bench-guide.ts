import { readdir } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { readGuideFolder } from '../server/guides/index.ts';
import { fromRoot } from '../server/paths.ts';
import { launchBrowser } from '../tests/browser/browser.ts';
import { startProduct } from '../tests/browser/product.ts';
import { conditions } from './guide-bench/conditions.ts';
import { openGuide } from './guide-bench/first-step.ts';
import { measureFrames } from './guide-bench/frames.ts';
import { measureHeap } from './guide-bench/heap.ts';
import { measurePlan, overall } from './guide-bench/plans.ts';
import { median } from './speech-bench/figures.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '60' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(`npm run bench:guide -- [--json] [--rounds 5] [--seconds 60]
Opens the desk's guide in the built product under a phone's conditions, plays it, watches its heap, and plans every guide.`);
  process.exit(0);
}

const shipped = fromRoot('assets', 'guides');
const guides = await Promise.all(
  (await readdir(shipped)).map(async (slug) => {
    const read = await readGuideFolder(`${shipped}/${slug}`);
    if ('findings' in read) throw new Error(`${slug} is no guide: npm run guides:check says why`);
    return read;
  }),
);
const desk = 'ashby-desk';
const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const load = () => (loadavg()[0] ?? Number.NaN).toFixed(1);

const plans = [];
for (const { guide, model } of guides) plans.push(await measurePlan(guide, model));
const agreement = overall(plans);
console.log('order planned without the guide    order  ways in    time');
for (const { slug, seconds, agreement: one } of plans) {
  const shares = `${one.order.toFixed(2).padStart(7)}${one.direction.toFixed(2).padStart(9)}`;
  console.log(`  ${slug.padEnd(30)}${shares}${seconds.toFixed(2).padStart(8)} s`);
}
console.log(`  all${agreement.order.toFixed(2).padStart(36)}${agreement.direction.toFixed(2).padStart(9)}`);

const product = await startProduct();
const browser = await launchBrowser();
const opened = [];
const frames = [];
const { megabitsPerSecond, roundTripMs, cpuSlowDown } = conditions;
try {
  console.log(
    `\nfirst step at ${megabitsPerSecond} Mb/s, ${roundTripMs} ms round trip, ${cpuSlowDown}x slower (load ${load()})`,
  );
  for (let round = 0; round < Number(values.rounds); round++) {
    const one = await openGuide(browser, product.address, desk);
    opened.push(one);
    const { shell, firstStep } = one.opening;
    console.log(`  shell ${shell.toFixed(0)} ms, first step ${(firstStep - shell).toFixed(0)} ms after it`);
  }
  console.log(`  scripts that the route loads: ${kb(opened[0]?.scriptBytes ?? Number.NaN)} packed`);

  console.log(`\nguide                    model   draw calls   script a frame: mean, p95 (load ${load()})`);
  for (const { guide, model } of guides) {
    const one = await measureFrames(browser, product.address, guide);
    frames.push({ slug: guide.slug, modelBytes: model.byteLength, ...one });
    const { mean, p95 } = one.scriptMs;
    console.log(
      `  ${guide.slug.padEnd(20)}${kb(model.byteLength).padStart(9)}${String(one.drawCalls).padStart(13)}${mean.toFixed(1).padStart(13)} ms, ${p95.toFixed(1)} ms of ${one.frames}`,
    );
  }
} finally {
  await browser.close();
}

const watched = await launchBrowser();
const heap = await measureHeap(watched, product.address, desk, Number(values.seconds));
await watched.close();
await product.stop();
console.log(`\nheap over ${values.seconds} s: ${heap.looks.map(kb).join(', ')}`);
console.log(`  ${heap.perFrame.toFixed(0)} bytes allocated a frame, over ${heap.frames} frames`);

if (values.json)
  console.log(
    JSON.stringify({
      firstStepAfterShellMs: median(opened.map(({ opening }) => opening.firstStep - opening.shell)),
      shellMs: median(opened.map(({ opening }) => opening.shell)),
      scriptBytes: opened[0]?.scriptBytes,
      guides: frames,
      heap,
      agreement,
      planSeconds: Math.max(...plans.map(({ seconds }) => seconds)),
    }),
  );
process.exit(0);
