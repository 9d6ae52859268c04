import { PerspectiveCamera, Scene, Vector3, WebGLRenderer } from 'three';
import { OrbitControls } from 'three/addons/controls/OrbitControls.js';
import type { Mark, ViewPose } from '#protocol/call/drawing';
import { viewpoint } from './camera-flight.ts';
import { fillCanvas, rayThrough } from './canvas-view.ts';
import type { GuideModel } from './guide-model.ts';
import { onPress } from './presses.ts';
import { prepare, studio } from './room.ts';
import { SpaceMarks } from './space-marks.ts';
import { takePose } from './view-pose.ts';

export interface RemoteStageOptions {
  canvas: HTMLCanvasElement;
  model: GuideModel;
  /** A piece was pressed, at this spot in the assembly's metres and axes. */
  onPress: (node: string, at: [number, number, number]) => void;
}

/** Share of the way to the newest pose that is left after a second: the phone's view comes a dozen times a second. */
const lagPerSecond = 1e-6;
/** So near, in metres and in the sine of half an angle, that moving on would not be seen. */
const still = 0.0005;

/**
 * The product as the customer has it before them, for somebody elsewhere: from their viewpoint as long as it is known, or
 * looked around freely. Draws only while something moves.
 */
export class RemoteStage {
  readonly #options: RemoteStageOptions;
  readonly #renderer: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #camera = new PerspectiveCamera(38, 1, 0.02, 60);
  /** Where the customer's phone was last. */
  readonly #there = new PerspectiveCamera();
  readonly #orbit: OrbitControls;
  readonly #stopPresses: () => void;
  readonly #marks: SpaceMarks;
  readonly #size = new ResizeObserver(() => this.#resize());
  #following = false;
  #running = false;
  #time = 0;

  constructor(options: RemoteStageOptions) {
    this.#options = options;
    const { canvas, model } = options;
    this.#renderer = new WebGLRenderer({ canvas, antialias: true, alpha: true });
    prepare(this.#renderer);
    const finished = model.finishedBox();
    const extent = finished.getSize(new Vector3()).length();
    this.#scene.add(
      studio(Math.max(0.4, extent), model.guide.stands, finished.min.y),
      model.group,
      this.#camera,
    );
    this.#marks = new SpaceMarks(model.assembly, extent);
    this.#orbit = new OrbitControls(this.#camera, canvas);
    this.#orbit.enablePan = false;
    this.#orbit.minDistance = extent * 0.2;
    this.#orbit.maxDistance = extent * 4;
    this.#orbit.addEventListener('change', () => this.draw());
    this.#stopPresses = onPress(canvas, this.#press);
    this.#size.observe(canvas);
    this.#resize();
  }

  /** 0 is laying out, then the steps from 1, then the finished product; each as it stands when it is done. */
  showPlace(place: number): void {
    const { model } = this.#options;
    const step = model.guide.steps[place - 1];
    if (step) model.showStep(place - 1);
    else model.showFinished();
    model.seek(model.duration);
    model.pulse(undefined);
    if (!this.#following) this.#lookAtStep(place);
    this.draw();
  }

  /** These pieces glow until the next call. */
  point(nodes: readonly string[]): void {
    this.#options.model.point(nodes);
    this.draw();
  }

  showMarks(marks: readonly Mark[]): void {
    this.#marks.show(marks);
    this.draw();
  }

  /** Goes where the customer's phone is; `undefined` stays here and lets one look around. */
  follow(view: ViewPose | undefined): void {
    this.#orbit.enabled = view === undefined;
    if (!view) {
      if (this.#following) this.#orbitFromHere();
      this.#following = false;
      return;
    }
    takePose(this.#there, view);
    if (!this.#following) takePose(this.#camera, view);
    this.#following = true;
    this.#camera.fov = view.fieldOfView;
    this.#camera.updateProjectionMatrix();
    if (!this.#running) {
      this.#running = true;
      this.#time = performance.now();
      this.#renderer.setAnimationLoop(this.#approach);
    }
  }

  draw(): void {
    this.#renderer.render(this.#scene, this.#camera);
  }

  dispose(): void {
    this.#renderer.setAnimationLoop(null);
    this.#size.disconnect();
    this.#stopPresses();
    this.#marks.dispose();
    this.#orbit.dispose();
    this.#renderer.dispose();
  }

  readonly #approach = (time: number): void => {
    const share = 1 - lagPerSecond ** ((time - this.#time) / 1000);
    this.#time = time;
    const { position, quaternion } = this.#camera;
    position.lerp(this.#there.position, share);
    quaternion.slerp(this.#there.quaternion, share);
    this.draw();
    const near =
      position.distanceTo(this.#there.position) < still && quaternion.angleTo(this.#there.quaternion) < still;
    if (this.#following && !near) return;
    this.#running = false;
    this.#renderer.setAnimationLoop(null);
  };

  #lookAtStep(place: number): void {
    const { steps } = this.#options.model.guide;
    const hint = steps[Math.min(Math.max(place, 1), steps.length) - 1]?.camera;
    if (!hint) return;
    viewpoint(hint, this.#camera.aspect, this.#camera.position, this.#orbit.target);
    this.#orbit.update();
  }

  /** Turns about what is in the middle of the view, as far away as the product is. */
  #orbitFromHere(): void {
    const ahead = this.#camera.getWorldDirection(new Vector3());
    const middle = this.#options.model.finishedBox().getCenter(new Vector3());
    this.#orbit.target
      .copy(this.#camera.position)
      .addScaledVector(ahead, this.#camera.position.distanceTo(middle));
    this.#orbit.update();
  }

  readonly #press = (event: MouseEvent): void => {
    const { canvas, model, onPress } = this.#options;
    const ray = rayThrough(event, canvas, this.#camera);
    const node = model.pick(ray);
    const holder = node === undefined ? undefined : model.holder(node);
    const [met] = holder ? ray.intersectObject(holder, true) : [];
    if (node !== undefined && met) onPress(node, model.assembly.worldToLocal(met.point).toArray());
  };

  #resize(): void {
    if (fillCanvas(this.#options.canvas, this.#renderer, this.#camera)) this.draw();
  }
}
