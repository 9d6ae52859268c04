import { type Finding, readGuideFolder } from '../../../server/guides/index.ts';
import { bodiesOf, readModel } from '../geometry/bodies.ts';
import { checkAssembly } from './assembly.ts';
import { checkModel } from './model.ts';
import { checkMotion } from './motion.ts';
import { checkPage } from './page.ts';
import { checkReferences } from './references.ts';
import { checkWords } from './words.ts';

export type { Finding } from '../../../server/guides/index.ts';

/** Everything wrong with the guide in a folder; empty where it can ship. */
export async function checkGuide(folder: string): Promise<Finding[]> {
  const read = await readGuideFolder(folder);
  if ('findings' in read) return read.findings;
  const { guide, model } = read;
  let document: Awaited<ReturnType<typeof readModel>>;
  try {
    document = await readModel(model);
  } catch (error) {
    return [
      {
        where: 'model.glb',
        problem: `it cannot be read: ${(error as Error).message}`,
        fix: 'export it again as glTF 2.0 binary',
      },
    ];
  }
  const bodies = new Map(bodiesOf(document).map((body) => [body.node, body]));
  return [
    ...checkReferences(guide, [...bodies.keys()]),
    ...checkWords(guide),
    ...checkMotion(guide, bodies),
    ...checkAssembly(guide, bodies),
    ...(await checkPage(guide, model)),
    ...(await checkModel(model, document)),
  ];
}
