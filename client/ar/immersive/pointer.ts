import { Matrix4, Raycaster } from 'three';
import type { GuideModel } from '../guide-model.ts';

/** Finds what a tap on the screen meets in the room. */
export class Pointer {
  readonly #matrix = new Matrix4();
  readonly #ray = new Raycaster();

  /** The node of the part under the input's ray, if there is one. */
  nodeAt(
    { frame, inputSource }: XRInputSourceEvent,
    space: XRReferenceSpace,
    model: GuideModel,
  ): string | undefined {
    const pose = frame.getPose(inputSource.targetRaySpace, space);
    if (!pose) return undefined;
    this.#matrix.fromArray(pose.transform.matrix);
    this.#ray.ray.origin.setFromMatrixPosition(this.#matrix);
    this.#ray.ray.direction.set(0, 0, -1).transformDirection(this.#matrix);
    return model.pick(this.#ray);
  }
}
