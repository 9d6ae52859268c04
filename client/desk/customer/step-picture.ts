import { Color, PerspectiveCamera, Scene, Vector3, WebGLRenderer } from 'three';
import type { Guide } from '#protocol/guide';
import { openModel, prepare, Studio, viewpoint } from '../../ar/index.ts';

/** Pixels; shown at half of that. */
const width = 640;
const height = 440;

/**
 * The product as it stands when `step` (from 1) is done, seen from where the guide looks, as a data address. 0 and past the
 * last: the finished product. Rejects where the model cannot be had or drawn.
 */
export async function takeStepPicture(guide: Guide, step: number): Promise<string> {
  const model = await openModel(guide.slug, guide);
  const canvas = document.createElement('canvas');
  const renderer = new WebGLRenderer({ canvas, antialias: true, alpha: true, preserveDrawingBuffer: true });
  try {
    prepare(renderer);
    renderer.setPixelRatio(1);
    renderer.setSize(width, height, false);
    const finished = model.finishedBox();
    const extent = finished.getSize(new Vector3()).length();
    const stage = new Scene();
    stage.background = new Color(0xf3f1ec);
    stage.add(new Studio(Math.max(0.4, extent), guide.stands, finished.min.y), model.group);
    const hint = (model.showPlaceDone(step) ?? guide.steps.at(-1))?.camera;
    const camera = new PerspectiveCamera(38, width / height, 0.02, 60);
    const target = new Vector3();
    if (hint) viewpoint(hint, camera.aspect, camera.position, target);
    camera.lookAt(target);
    renderer.render(stage, camera);
    return canvas.toDataURL('image/webp', 0.85);
  } finally {
    model.dispose();
    renderer.dispose();
    renderer.forceContextLoss();
  }
}
