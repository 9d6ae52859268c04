import { Matrix4, Vector3 } from 'three';
import type { Placement } from './placement.ts';

/** Where the viewer is, and the anchor that holds the product to the room. */
export class Tracking {
  /** The viewer's position in the session's space, metres. */
  readonly viewer = new Vector3();
  readonly #matrix = new Matrix4();
  #anchor: XRAnchor | undefined;
  #wanted: Promise<XRAnchor | undefined> | undefined;

  get anchored(): boolean {
    return this.#anchor !== undefined;
  }

  update(frame: XRFrame, space: XRReferenceSpace, placement: Placement): void {
    const pose = frame.getViewerPose(space);
    if (pose) this.viewer.setFromMatrixPosition(this.#matrix.fromArray(pose.transform.matrix));
    const anchored = this.#anchor && frame.getPose(this.#anchor.anchorSpace, space);
    if (anchored) placement.follow(this.#matrix.fromArray(anchored.transform.matrix));
  }

  /**
   * Asks for an anchor where the product was put; `frame` must be the tap's own, since only a frame in progress may ask.
   * Where the device has no anchors, or refuses one, the product stays where tracking keeps it.
   */
  hold(frame: XRFrame, space: XRReferenceSpace, placement: Placement): void {
    this.release();
    const { x, y, z } = placement.spot.position;
    const wanted = this.#ask(frame, space, new XRRigidTransform({ x, y, z }));
    this.#wanted = wanted;
    void wanted.then((made) => {
      if (this.#wanted === wanted) this.#anchor = made;
      else made?.delete();
    });
  }

  release(): void {
    this.#wanted = undefined;
    this.#anchor?.delete();
    this.#anchor = undefined;
  }

  async #ask(frame: XRFrame, space: XRReferenceSpace, at: XRRigidTransform): Promise<XRAnchor | undefined> {
    try {
      return await frame.createAnchor?.(at, space);
    } catch {
      return undefined;
    }
  }
}
