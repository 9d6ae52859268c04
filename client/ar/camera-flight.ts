import { type Camera, MathUtils, Vector3 } from 'three';
import type { GuideStep } from '#protocol/guide';

/** Seconds a change of view takes. */
const flightSeconds = 0.9;

/** Where the camera stands for a step's hint, written into `position`; the hint's distance is for a picture as wide as tall. */
export function viewpoint(
  hint: GuideStep['camera'],
  aspect: number,
  position: Vector3,
  target: Vector3,
): void {
  target.fromArray(hint.target);
  const azimuth = MathUtils.degToRad(hint.azimuth);
  const elevation = MathUtils.degToRad(hint.elevation);
  // A phone held upright sees a narrower slice of the room: step back until the same width fits.
  const distance = hint.distance * Math.max(1, 0.85 / aspect);
  position.set(
    Math.sin(azimuth) * Math.cos(elevation),
    Math.sin(elevation),
    Math.cos(azimuth) * Math.cos(elevation),
  );
  position.multiplyScalar(distance).add(target);
}

/** Flies a camera and the point it looks at from one view to another. */
export class CameraFlight {
  readonly #from = { position: new Vector3(), target: new Vector3() };
  readonly #to = { position: new Vector3(), target: new Vector3() };
  #elapsed = flightSeconds;

  get flying(): boolean {
    return this.#elapsed < flightSeconds;
  }

  start(camera: Camera, lookingAt: Vector3, position: Vector3, target: Vector3): void {
    this.#from.position.copy(camera.position);
    this.#from.target.copy(lookingAt);
    this.#to.position.copy(position);
    this.#to.target.copy(target);
    this.#elapsed = 0;
  }

  cancel(): void {
    this.#elapsed = flightSeconds;
  }

  /** Moves on by `seconds`; writes the point looked at into `lookingAt`. */
  advance(camera: Camera, lookingAt: Vector3, seconds: number): void {
    if (!this.flying) return;
    this.#elapsed = Math.min(flightSeconds, this.#elapsed + seconds);
    const t = MathUtils.smootherstep(this.#elapsed, 0, flightSeconds);
    camera.position.lerpVectors(this.#from.position, this.#to.position, t);
    lookingAt.lerpVectors(this.#from.target, this.#to.target, t);
    camera.lookAt(lookingAt);
  }
}
