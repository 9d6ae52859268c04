import { mkdir, writeFile } from 'node:fs/promises';
import { fromRoot } from '../server/paths.ts';
import { modelDocument, modelFiles } from './guides/model-file.ts';
import { products } from './guides/products/index.ts';

/** Writes `assets/guides/<slug>/{guide.json, model.glb, LICENCE}` from the products' sources. */
for (const { guide, pieces, finish } of products) {
  const folder = fromRoot('assets', 'guides', guide.slug);
  await mkdir(folder, { recursive: true });
  const document = modelDocument(guide.slug, pieces);
  finish?.(document);
  const { plain, compressed } = await modelFiles(document);
  await writeFile(`${folder}/guide.json`, `${JSON.stringify(guide, null, 2)}\n`);
  await writeFile(`${folder}/model.glb`, compressed);
  await writeFile(
    `${folder}/LICENCE`,
    `${guide.title.en}: model and words by the Hexkey authors, Apache License 2.0 (see LICENSE at the top of the project).\n`,
  );
  const kb = (bytes: Uint8Array) => `${(bytes.byteLength / 1000).toFixed(0)} kB`;
  console.log(`${guide.slug}: ${pieces.length} bodies, ${kb(plain)} plain, ${kb(compressed)} compressed`);
}
