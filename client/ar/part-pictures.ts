import { Box3, HemisphereLight, PerspectiveCamera, Scene, Vector3, WebGLRenderer } from 'three';
import type { GuideModel } from './guide-model.ts';

/** Side of a picture in pixels. */
const side = 144;

/**
 * A picture of every part, one at a time so that the page stays quick: `onPicture` gets the part's id and a data address.
 * Ends early when `signal` aborts.
 */
export async function takePartPictures(
  model: GuideModel,
  onPicture: (part: string, address: string) => void,
  signal: AbortSignal,
): Promise<void> {
  await nextIdle();
  if (signal.aborted) return;
  const renderer = new WebGLRenderer({ antialias: true, alpha: true, preserveDrawingBuffer: true });
  renderer.setSize(side, side, false);
  const camera = new PerspectiveCamera(28, 1, 0.001, 50);
  const scene = new Scene();
  scene.add(new HemisphereLight(0xffffff, 0x6f6a60, 3.2));
  try {
    for (const { id, nodes } of model.guide.parts) {
      const portrait = nodes[0] === undefined ? undefined : model.portrait(nodes[0]);
      if (!portrait) continue;
      scene.add(portrait);
      frame(camera, new Box3().setFromObject(portrait));
      renderer.render(scene, camera);
      onPicture(id, renderer.domElement.toDataURL());
      scene.remove(portrait);
      await nextIdle();
      if (signal.aborted) return;
    }
  } finally {
    renderer.dispose();
    renderer.forceContextLoss();
  }
}

/** Looks at the part's broadest side, a little from above and to the right. */
function frame(camera: PerspectiveCamera, box: Box3): void {
  const size = box.getSize(new Vector3());
  const centre = box.getCenter(new Vector3());
  const view =
    size.x <= size.y && size.x <= size.z
      ? new Vector3(1, 0.35, 0.55)
      : size.y <= size.z
        ? new Vector3(0.5, 1, 0.75)
        : new Vector3(0.5, 0.4, 1);
  const distance = (size.length() / 2 / Math.sin((camera.fov * Math.PI) / 360)) * 0.92;
  camera.position.copy(centre).addScaledVector(view.normalize(), distance);
  camera.near = distance / 50;
  camera.far = distance * 4;
  camera.updateProjectionMatrix();
  camera.lookAt(centre);
}

const nextIdle = () =>
  new Promise<void>((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 500 });
    else setTimeout(resolve, 0);
  });
