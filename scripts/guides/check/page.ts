import { Box3, Mesh, type Object3D, Texture } from 'three';
import { MeshoptDecoder } from 'three/addons/libs/meshopt_decoder.module.js';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import type { Guide } from '#protocol/guide';
import type { Finding } from '../../../server/guides/index.ts';

const remake =
  'draft the guide again from this file: npm run guides:new writes the model as the page reads it';

/**
 * Loads the model with the loader that the page uses and looks for every piece where the page does. Pictures are not
 * unpacked: only a browser does that as the page does.
 */
export async function checkPage(guide: Guide, model: Uint8Array): Promise<Finding[]> {
  const loader = new GLTFLoader().setMeshoptDecoder(MeshoptDecoder);
  loader.register((parser) => {
    parser.loadTexture = async () => new Texture();
    return { name: 'pictures-left-out' };
  });
  let scene: Object3D;
  try {
    scene = (await loader.parseAsync(Uint8Array.from(model).buffer, '')).scene;
  } catch (error) {
    const reason =
      error instanceof Error ? error.message.replace(/^THREE\.GLTFLoader: /, '') : 'no reason given';
    return [{ where: 'model.glb', problem: `the page cannot load it: ${reason}`, fix: remake }];
  }
  scene.updateMatrixWorld(true);
  const nodes = [...new Set(guide.parts.flatMap((part) => part.nodes))];
  const objects = new Map(nodes.map((node) => [node, scene.getObjectByName(node)]));
  return nodes.flatMap((node) => {
    const object = objects.get(node);
    const fault = (problem: string): Finding[] => [{ where: `node "${node}"`, problem, fix: remake }];
    if (!object) return fault('the page does not find it in model.glb by this name');
    const outer = nodes.find((other) => other !== node && isBelow(object, objects.get(other)));
    if (outer !== undefined)
      return fault(`it lies inside "${outer}", and the page moves each piece by itself`);
    const box = new Box3().setFromObject(object);
    const draws = meshesIn(object) > 0 && [...box.min.toArray(), ...box.max.toArray()].every(Number.isFinite);
    return draws ? [] : fault('the page has nothing to draw for it');
  });
}

function isBelow(object: Object3D, above: Object3D | undefined): boolean {
  for (let at = object.parent; at; at = at.parent) if (at === above) return true;
  return false;
}

function meshesIn(object: Object3D): number {
  let count = 0;
  object.traverse((one) => {
    if (one instanceof Mesh) count += 1;
  });
  return count;
}
