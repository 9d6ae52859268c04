import { LoadingManager, type Object3D } from 'three';
import { MeshoptDecoder } from 'three/addons/libs/meshopt_decoder.module.js';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';

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
