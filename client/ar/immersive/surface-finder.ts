import { Matrix4 } from 'three';
import type { Guide } from '#protocol/guide';
import { fits } from './placement.ts';

/** Where a device cannot tell the floor, what is this far below where the phone was first passes for it, metres. */
const wellBelow = -0.6;

/** Finds the spot that the device points at, frame by frame. */
export class SurfaceFinder {
  /** Pose of the surface found last, in the session's space; valid once something was `found`. */
  readonly surface = new Matrix4();
  found = false;
  readonly #stands: Guide['stands'];
  readonly #candidate = new Matrix4();
  #knowsFloor = true;
  #source: XRHitTestSource | undefined;

  constructor(stands: Guide['stands']) {
    this.#stands = stands;
  }

  /** `floor` says whether the session's origin is on the floor; otherwise it is where the phone was when it began. */
  async start(session: XRSession, floor: boolean): Promise<void> {
    this.#knowsFloor = floor;
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
      if (!this.#fits(this.#candidate, tabletop)) continue;
      this.surface.copy(this.#candidate);
      this.found = true;
      return;
    }
  }

  /** Would the surface found last do for the product at this size? */
  fits(tabletop: boolean): boolean {
    return this.#fits(this.surface, tabletop);
  }

  stop(): void {
    this.#source?.cancel();
    this.#source = undefined;
  }

  #fits(surface: Matrix4, tabletop: boolean): boolean {
    if (this.#knowsFloor || this.#stands !== 'floor') return fits(surface, this.#stands, tabletop);
    return fits(surface, 'table', true) && (tabletop || (surface.elements[13] ?? 0) < wellBelow);
  }
}
