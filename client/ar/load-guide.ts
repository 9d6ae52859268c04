import { LoadingManager, type Object3D } from 'three';
import { MeshoptDecoder } from 'three/addons/libs/meshopt_decoder.module.js';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import type { Guide } from '#protocol/guide';
import { GuideModel } from './guide-model.ts';

/** Signal orange: no wood or metal has it. */
const accent = 0xe8590c;

/**
 * A guide's model as this server has it, ready to be shown; `guide` may still be on its way. Rejects as that and as
 * `loadModel` do, and where the model lacks a piece.
 */
export async function openModel(
  slug: string,
  guide: Guide | Promise<Guide>,
  onProgress: (share: number) => void = () => {},
): Promise<GuideModel> {
  const address = new URL(`/guides/${slug}/model.glb`, location.href).href;
  const [known, scene] = await Promise.all([guide, loadModel(address, onProgress)]);
  return new GuideModel(known, scene, accent);
}

/**
 * Loads `model.glb` of a guide. `onProgress` gets 0-1 where the server says how long the file is. Rejects with the
 * loader's reason; whatever the file itself tries to load from elsewhere is refused.
 */
export async function loadModel(address: string, onProgress: (share: number) => void): Promise<Object3D> {
  const manager = new LoadingManager();
  manager.setURLModifier((url) => {
    if (url === address || url.startsWith('blob:') || url.startsWith('data:')) return url;
    throw new Error(`The model wants to load ${url}; a guide's model holds everything itself.`);
  });
  const loader = new GLTFLoader(manager).setMeshoptDecoder(MeshoptDecoder);
  const model = await loader.loadAsync(address, (event) => {
    if (event.lengthComputable && event.total > 0) onProgress(Math.min(1, event.loaded / event.total));
  });
  return model.scene;
}
