import { Box3, PerspectiveCamera, Scene, Timer, Vector3, WebGLRenderer } from 'three';
import { OrbitControls } from 'three/addons/controls/OrbitControls.js';
import type { Mark } from '#protocol/call/drawing';
import { Arrows } from './arrows.ts';
import { CameraFlight, viewpoint } from './camera-flight.ts';
import { fillCanvas, rayThrough } from './canvas-view.ts';
import { Dimensions } from './dimensions.ts';
import type { GuideModel } from './guide-model.ts';
import { Labels } from './labels.ts';
import { onPress } from './presses.ts';
import { prepare, studio } from './room.ts';
import { SpaceMarks } from './space-marks.ts';

export interface InlineStageOptions {
  canvas: HTMLCanvasElement;
  model: GuideModel;
  /** Lies over the canvas, as large as it is: part letters go in here. */
  labels: HTMLElement;
  accent: number;
  /** Shows where everything ends up instead of moving it there. */
  reducedMotion: boolean;
  /** A piece was tapped. */
  onTap: (node: string) => void;
}

/** Longest frame that motion follows, in seconds: after a pause things go on, they do not jump. */
const longestFrame = 0.1;
/** Seconds that a part somebody asked for glows. */
const focusSeconds = 5;

/** The guide in a plain page: no camera, no AR. Shows nothing until it is told what; draws only while something moves. */
export class InlineStage {
  readonly #options: InlineStageOptions;
  readonly #renderer: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #camera = new PerspectiveCamera(38, 1, 0.02, 60);
  readonly #orbit: OrbitControls;
  readonly #stopPresses: () => void;
  readonly #flight = new CameraFlight();
  readonly #timer = new Timer();
  readonly #size = new ResizeObserver(() => this.#resize());
  readonly #arrows: Arrows;
  readonly #labels: Labels;
  readonly #dimensions: Dimensions;
  readonly #marks: SpaceMarks;
  #focusLeft = 0;
  #explosion = 0;
  #seconds = 0;
  #running = false;
  #step = 0;

  constructor(options: InlineStageOptions) {
    this.#options = options;
    const { canvas, model } = options;
    this.#renderer = new WebGLRenderer({ canvas, antialias: true, alpha: true });
    prepare(this.#renderer);
    const finished = model.finishedBox();
    const extent = finished.getSize(new Vector3()).length();
    const { stands } = model.guide;
    this.#scene.add(studio(Math.max(0.4, extent), stands, finished.min.y), model.group);
    this.#arrows = new Arrows(extent, options.accent);
    model.assembly.add(this.#arrows.group);
    this.#labels = new Labels(options.labels, model.guide);
    this.#dimensions = new Dimensions(finished, options.labels, options.accent);
    model.assembly.add(this.#dimensions.lines);
    this.#marks = new SpaceMarks(model.assembly, extent);
    this.#orbit = new OrbitControls(this.#camera, canvas);
    this.#orbit.enablePan = false;
    // What hangs can be looked at from below.
    this.#orbit.maxPolarAngle = Math.PI * (stands === 'wall' ? 0.85 : 0.52);
    this.#orbit.minDistance = extent * 0.25;
    this.#orbit.maxDistance = extent * 4;
    this.#orbit.addEventListener('start', () => this.#flight.cancel());
    this.#orbit.addEventListener('change', () => {
      if (!this.#running) this.draw();
    });
    this.#stopPresses = onPress(canvas, this.#tap);
    this.#size.observe(canvas);
    fillCanvas(canvas, this.#renderer, this.#camera);
  }

  /** The finished product, seen as the last step sees it. */
  showFinished(atOnce = false): void {
    const { model, reducedMotion } = this.#options;
    model.showFinished();
    this.#arrows.showStep(undefined);
    this.#labels.show([]);
    this.#step = model.guide.steps.length - 1;
    this.#seconds = model.duration;
    this.#focusLeft = 0;
    this.#look(atOnce || reducedMotion);
    this.#play();
  }

  /** Flies to these pieces and lets them glow for a while; their letters stay until the next step. */
  focus(nodes: readonly string[]): void {
    const { model, reducedMotion } = this.#options;
    const around = new Box3();
    for (const node of nodes) around.union(model.boxOf(node, new Box3()));
    if (around.isEmpty()) return;
    model.assembly.updateWorldMatrix(true, false);
    around.applyMatrix4(model.assembly.matrixWorld);
    model.emphasise(nodes);
    this.#labels.show(nodes);
    this.#focusLeft = focusSeconds;
    const target = around.getCenter(new Vector3());
    const near = around.getSize(new Vector3()).length() / Math.min(1, this.#camera.aspect);
    const distance = Math.max(this.#orbit.minDistance, near * 1.9);
    const position = this.#camera.position.clone().sub(this.#orbit.target).setLength(distance).add(target);
    this.#moveTo(position, target, reducedMotion);
    this.#play();
  }

  /** These pieces glow until the next call; the view stays as it is. */
  point(nodes: readonly string[]): void {
    this.#options.model.point(nodes);
    this.draw();
  }

  /** Pins these notes to the model, which takes them along into the room; others go. */
  showMarks(marks: readonly Mark[]): void {
    this.#marks.show(marks);
    this.draw();
  }

  /** Turns to a step: the camera flies to its view and the pieces come in. `at once` skips the flight. */
  showStep(index: number, atOnce = false): void {
    this.#step = index;
    const { model, reducedMotion } = this.#options;
    model.showStep(index);
    const step = model.guide.steps[index];
    this.#arrows.showStep(step);
    this.#labels.show(step ? [...step.arrivals, ...step.moves].flatMap(({ nodes }) => nodes) : []);
    this.#focusLeft = 0;
    this.#seconds = reducedMotion ? model.duration : 0;
    this.#look(atOnce || reducedMotion);
    this.#play();
  }

  /** Plays the step shown once more. */
  replay(): void {
    this.#seconds = this.#options.reducedMotion ? this.#options.model.duration : 0;
    this.#play();
  }

  /** 0 is together, 1 is far apart; the camera steps back with it. */
  explode(amount: number): void {
    if (amount === this.#explosion) return;
    const { model } = this.#options;
    model.explode(amount);
    model.seek(this.#seconds);
    this.#arrows.group.visible = amount === 0;
    const back = (1 + amount) / (1 + this.#explosion);
    this.#explosion = amount;
    this.#flight.cancel();
    this.#camera.position.sub(this.#orbit.target).multiplyScalar(back).add(this.#orbit.target);
    this.#orbit.update();
    this.draw();
  }

  /** How large the finished product is, each length written by `write`; without it, the figures go. */
  showDimensions(write: ((metres: number) => string) | undefined): void {
    if (write) this.#dimensions.show(write);
    else this.#dimensions.hide();
    this.draw();
  }

  draw(): void {
    const { canvas, model } = this.#options;
    this.#arrows.follow(model);
    this.#renderer.render(this.#scene, this.#camera);
    const { clientWidth: width, clientHeight: height } = canvas;
    this.#labels.follow(model, this.#camera, width, height, this.#arrows.points());
    this.#dimensions.follow(model, this.#camera, width, height);
  }

  /** Stands still while the model is in the room, until the next thing to show. */
  rest(): void {
    this.#renderer.setAnimationLoop(null);
    this.#running = false;
    this.#flight.cancel();
    this.#arrows.showStep(undefined);
    this.#labels.show([]);
    this.#dimensions.hide();
  }

  dispose(): void {
    this.#renderer.setAnimationLoop(null);
    this.#size.disconnect();
    this.#stopPresses();
    this.#orbit.dispose();
    this.#arrows.dispose();
    this.#labels.dispose();
    this.#dimensions.dispose();
    this.#marks.dispose();
    this.#renderer.dispose();
  }

  #look(atOnce: boolean): void {
    const hint = this.#options.model.guide.steps[this.#step]?.camera;
    if (!hint) return;
    const position = new Vector3();
    const target = new Vector3();
    viewpoint(hint, this.#camera.aspect, position, target);
    this.#moveTo(position, target, atOnce);
  }

  #moveTo(position: Vector3, target: Vector3, atOnce: boolean): void {
    if (atOnce) {
      this.#flight.cancel();
      this.#camera.position.copy(position);
      this.#orbit.target.copy(target);
      this.#orbit.update();
    } else this.#flight.start(this.#camera, this.#orbit.target, position, target);
  }

  #play(): void {
    this.#options.model.seek(this.#seconds);
    this.#options.model.pulse(undefined);
    this.draw();
    if (!this.#options.reducedMotion && !this.#running) {
      this.#running = true;
      this.#timer.reset();
      this.#renderer.setAnimationLoop(this.#frame);
    }
  }

  readonly #frame = (time: number): void => {
    const { model } = this.#options;
    this.#timer.update(time);
    const delta = Math.min(longestFrame, this.#timer.getDelta());
    this.#seconds = Math.min(model.duration, this.#seconds + delta);
    model.seek(this.#seconds);
    this.#focusLeft = Math.max(0, this.#focusLeft - delta);
    model.pulse(this.#focusLeft > 0 ? focusSeconds - this.#focusLeft : this.#seconds);
    this.#flight.advance(this.#camera, this.#orbit.target, delta);
    if (this.#seconds >= model.duration && !this.#flight.flying && this.#focusLeft === 0) {
      model.pulse(undefined);
      this.#orbit.update();
      this.#running = false;
      this.#renderer.setAnimationLoop(null);
    }
    this.draw();
  };

  readonly #tap = (event: MouseEvent): void => {
    const { canvas, model, onTap } = this.#options;
    const node = model.pick(rayThrough(event, canvas, this.#camera));
    if (node) onTap(node);
  };

  #resize(): void {
    if (fillCanvas(this.#options.canvas, this.#renderer, this.#camera)) this.draw();
  }
}
