import { readFile } from 'node:fs/promises';
import { BoxGeometry, Group, Mesh, MeshStandardMaterial } from 'three';
import { parseGuide } from '../../../server/guides/index.ts';
import { fromRoot } from '../../../server/paths.ts';
import { GuideModel } from '../guide-model.ts';

/** A shipped guide's model with a box for each of its pieces: for tests that do not mind what they look like. */
export async function openBoxModel(slug: string, accent: number): Promise<GuideModel> {
  const parsed = parseGuide(await readFile(fromRoot('assets', 'guides', slug, 'guide.json'), 'utf8'));
  if (!('guide' in parsed)) throw new Error(`${slug} is no guide`);
  const scene = new Group();
  const nodes = parsed.guide.parts.flatMap(({ nodes }) => nodes);
  for (const [index, node] of nodes.entries()) {
    const piece = new Mesh(new BoxGeometry(), new MeshStandardMaterial());
    piece.name = node;
    piece.position.x = index;
    scene.add(piece);
  }
  return new GuideModel(parsed.guide, scene, accent);
}
