import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fromRoot } from '../server/paths.ts';
import { stepsFromClips } from './guides/draft/clips.ts';
import { draftGuide } from './guides/draft/guide.ts';
import { bodiesOf, readModel } from './guides/geometry/bodies.ts';
import { planAssembly } from './guides/plan/disassemble.ts';

/** `npm run guides:new -- model.glb`: drafts a guide from a model, with a proposed order and approach directions. */
const path = process.argv[2];
if (!path) {
  console.error('Name a model: npm run guides:new -- path/to/product.glb');
  process.exit(2);
}
const slug = basename(path)
  .replace(/\.glb$/i, '')
  .toLowerCase()
  .replace(/[^a-z0-9]+/g, '-')
  .replace(/^-|-$/g, '');
const folder = fromRoot('assets', 'guides', slug);
const document = await readModel(await readFile(resolve(path)));
const bodies = bodiesOf(document);
if (bodies.length === 0) {
  console.error(
    `${path} has no named nodes with triangles. Name every part in the modelling program and export again.`,
  );
  process.exit(1);
}
const clips = stepsFromClips(document);
const plan = clips.length > 0 ? { steps: clips, stuck: [] } : planAssembly(bodies);
if (plan.stuck.length > 0) {
  console.error(
    `No straight pull takes these apart: ${plan.stuck.join(', ')}. Animate their steps as clips "step-01 …", or check the model for parts inside one another.`,
  );
  process.exit(1);
}
await mkdir(folder, { recursive: true });
await writeFile(
  `${folder}/guide.json`,
  `${JSON.stringify(draftGuide(slug, bodies, plan.steps), null, 2)}\n`,
  { flag: 'wx' },
);
await copyFile(resolve(path), `${folder}/model.glb`);
console.log(
  `${folder}: ${bodies.length} pieces, ${plan.steps.length} arrivals ${clips.length > 0 ? 'from its clips' : 'by disassembly'}.`,
);
console.log(`Read its texts, mend them and take the "TODO" away; then: npm run guides:check -- ${folder}`);
