import { Matrix4 } from 'three';
import type { Guide } from '../../../server/protocol/guide.ts';
import { fits } from './placement.ts';

/** Finds the spot that the device points at, frame by frame. */
export class SurfaceFinder {
  /** Pose of the surface found in the last frame, in the session's space; valid where `found`. */
  readonly surface = new Matrix4();
  found = false;
  readonly #stands: Guide['stands'];
  readonly #candidate = new Matrix4();
  #source: XRHitTestSource | undefined;
  #result: XRHitTestResult | undefined;

  constructor(stands: Guide['stands']) {
    this.#stands = stands;
  }

  async start(session: XRSession): Promise<void> {
    const viewer = await session.requestReferenceSpace('viewer');
    this.#source = await session.requestHitTestSource?.({ space: viewer });
  }

  /** Takes the nearest hit that the product can stand on: devices answer hits behind surfaces and on their undersides too. */
  update(frame: XRFrame, space: XRReferenceSpace, tabletop: boolean): void {
    this.found = false;
    if (!this.#source) return;
    for (const result of frame.getHitTestResults(this.#source)) {
      const pose = result.getPose(space);
      if (!pose) continue;
      this.#candidate.fromArray(pose.transform.matrix);
      if (!fits(this.#candidate, this.#stands, tabletop)) continue;
      this.surface.copy(this.#candidate);
      this.#result = result;
      this.found = true;
      return;
    }
  }

  /** An anchor at the surface found, or `undefined` where the device has none to give. */
  async anchor(): Promise<XRAnchor | undefined> {
    try {
      return await this.#result?.createAnchor?.();
    } catch {
      // Some devices name the feature and refuse single anchors; the product then stays where tracking keeps it.
      return undefined;
    }
  }

  stop(): void {
    this.#source?.cancel();
    this.#source = undefined;
  }
}
