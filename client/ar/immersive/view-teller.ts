import type { Object3D, PerspectiveCamera } from 'three';
import type { ViewPose } from '#protocol/call/drawing';
import { poseIn } from '../view-pose.ts';

/** Milliseconds from one pose to the next: enough to move with, little beside the sound. */
const everyMs = 1000 / 12;

/** Tells where a phone is that looks at a product, a dozen times a second at most. */
export class ViewTeller {
  readonly #tell: (view: ViewPose) => void;
  #told = Number.NEGATIVE_INFINITY;

  constructor(tell: (view: ViewPose) => void) {
    this.#tell = tell;
  }

  /** Once for each frame drawn; `time` in milliseconds. */
  follow(time: number, product: Object3D, camera: PerspectiveCamera): void {
    if (time - this.#told < everyMs) return;
    this.#told = time;
    this.#tell(poseIn(product, camera));
  }
}
