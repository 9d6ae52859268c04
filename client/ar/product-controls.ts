import { type Box3, type Camera, MathUtils, PerspectiveCamera, Vector3 } from 'three';
import { OrbitControls } from 'three/addons/controls/OrbitControls.js';
import type { ViewPose } from '#protocol/call/drawing';
import type { GuideStep } from '#protocol/guide';
import { takePose } from './view-pose.ts';

/** Share of the way to the newest pose that is left after a second: the phone's view comes a dozen times a second. */
const lagPerSecond = 1e-6;
/** So near, in metres and in the sine of half an angle, that moving on would not be seen. */
const near = 0.0005;

const position = new Vector3();
const target = new Vector3();

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
class CameraFlight {
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

/** Where a product is looked at from: dragged around it, flown to a step's view, or carried along with somebody's phone. */
export class ProductControls extends OrbitControls {
  readonly #camera: PerspectiveCamera;
  readonly #flight = new CameraFlight();
  /** Where the phone that is followed was last. */
  readonly #there = new PerspectiveCamera();
  #following = false;
  #apart = 0;

  /** `extent` of the finished product in metres sets how far away one may go. */
  constructor(camera: PerspectiveCamera, canvas: HTMLElement, extent: number) {
    super(camera, canvas);
    this.#camera = camera;
    this.enablePan = false;
    this.maxDistance = extent * 4;
    this.addEventListener('start', () => this.rest());
  }

  /** Somebody's phone is looked through: it, not the pointer, says where the camera is. */
  get following(): boolean {
    return this.#following;
  }

  /** Goes where a step is best seen from; at once, or as a flight. */
  lookAtStep({ camera }: GuideStep, atOnce: boolean): void {
    viewpoint(camera, this.#camera.aspect, position, target);
    this.#goTo(atOnce);
  }

  /** Goes near a box of the world, from the side one looks from. */
  lookAtBox(box: Box3, atOnce: boolean): void {
    box.getCenter(target);
    const size = box.getSize(position).length() / Math.min(1, this.#camera.aspect);
    const distance = Math.max(this.minDistance, size * 1.9);
    position.copy(this.#camera.position).sub(this.target).setLength(distance).add(target);
    this.#goTo(atOnce);
  }

  /** Keeps a product in sight that is pulled apart: 0 is together, 1 is twice as large. */
  stepBack(apart: number): void {
    if (apart === this.#apart) return;
    const back = (1 + apart) / (1 + this.#apart);
    this.#apart = apart;
    this.rest();
    this.#camera.position.sub(this.target).multiplyScalar(back).add(this.target);
    this.update();
  }

  /** Carried along with a phone; `null` lets go where it is, turning about what is ahead, as far away as `middle` is. */
  follow(view: ViewPose | null, middle: Vector3): void {
    this.enabled = view === null;
    if (view) {
      takePose(this.#there, view);
      if (!this.#following) takePose(this.#camera, view);
      this.#camera.fov = view.fieldOfView;
      this.#camera.updateProjectionMatrix();
    } else if (this.#following) {
      const ahead = this.#camera.getWorldDirection(position);
      const away = this.#camera.position.distanceTo(middle);
      this.target.copy(this.#camera.position).addScaledVector(ahead, away);
      this.update();
    }
    this.#following = view !== null;
  }

  /** Moves on by `seconds`; true as long as it is under way. */
  advance(seconds: number): boolean {
    if (this.#following) return this.#approach(seconds);
    if (!this.#flight.flying) return false;
    this.#flight.advance(this.#camera, this.target, seconds);
    if (this.#flight.flying) return true;
    this.update();
    return false;
  }

  /** Stays where it is. */
  rest(): void {
    this.#flight.cancel();
  }

  #goTo(atOnce: boolean): void {
    if (atOnce) {
      this.rest();
      this.#camera.position.copy(position);
      this.target.copy(target);
      this.update();
    } else this.#flight.start(this.#camera, this.target, position, target);
  }

  #approach(seconds: number): boolean {
    const share = 1 - lagPerSecond ** seconds;
    const { position, quaternion } = this.#camera;
    position.lerp(this.#there.position, share);
    quaternion.slerp(this.#there.quaternion, share);
    return (
      position.distanceTo(this.#there.position) >= near || quaternion.angleTo(this.#there.quaternion) >= near
    );
  }
}
