import {
  Matrix4,
  PerspectiveCamera,
  Raycaster,
  WebGLRenderer as Renderer,
  Scene,
  Timer,
  Vector3,
  type WebGLRenderer,
} from 'three';
import { XREstimatedLight } from 'three/addons/webxr/XREstimatedLight.js';
import type { GuideModel } from '../guide-model.ts';
import { prepare, studio } from '../room.ts';
import { Placement, type PlacementMode } from './placement.ts';
import { Reticle } from './reticle.ts';
import { requestImmersiveSession } from './support.ts';
import { SurfaceFinder } from './surface-finder.ts';

/** `searching` for a surface, `aiming` at one that fits, `placed`, or `ended` by the person or by the system. */
export type ImmersiveState = 'searching' | 'aiming' | 'placed' | 'ended';

export interface ImmersiveStageOptions {
  model: GuideModel;
  /** Root of the interface shown over the camera. A tap on anything inside it never reaches the room. */
  overlay: HTMLElement;
  accent: number;
  reducedMotion: boolean;
  onState: (state: ImmersiveState) => void;
  onTap: (node: string) => void;
}

/** True size, or a quarter of it for a table top. */
export type ModelScale = 1 | 0.25;

const longestFrame = 0.1;

/** The guide in the room. One instance is one AR session. */
export class ImmersiveStage {
  readonly #options: ImmersiveStageOptions;
  readonly #renderer: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #camera = new PerspectiveCamera();
  readonly #placement: Placement;
  readonly #reticle: Reticle;
  readonly #finder: SurfaceFinder;
  readonly #timer = new Timer();
  readonly #viewer = new Vector3();
  readonly #matrix = new Matrix4();
  readonly #ray = new Raycaster();
  #session: XRSession | undefined;
  #anchor: XRAnchor | undefined;
  #state: ImmersiveState = 'searching';
  #seconds = 0;

  constructor(options: ImmersiveStageOptions) {
    this.#options = options;
    const { model } = options;
    const finished = model.finishedBox();
    const extent = finished.getSize(new Vector3());
    this.#renderer = new Renderer({ antialias: true, alpha: true });
    prepare(this.#renderer);
    this.#renderer.xr.enabled = true;
    this.#placement = new Placement(extent.x);
    this.#reticle = new Reticle(finished, options.accent);
    this.#finder = new SurfaceFinder(model.guide.stands);
    const room = studio(Math.max(0.4, extent.length()), model.guide.stands);
    this.#placement.stand.add(model.group, room);
    this.#scene.add(this.#placement.spot, this.#reticle.group);
    const light = new XREstimatedLight(this.#renderer);
    light.addEventListener('estimationstart', () => {
      this.#scene.add(light);
      for (const lamp of room.children.filter((child) => 'isLight' in child)) lamp.visible = false;
    });
  }

  get state(): ImmersiveState {
    return this.#state;
  }

  /** Call it in a click handler. Rejects with the browser's reason where no session can be had. */
  async start(): Promise<void> {
    const { overlay } = this.#options;
    const session = await requestImmersiveSession(overlay);
    this.#session = session;
    overlay.addEventListener('beforexrselect', this.#keepFromRoom);
    session.addEventListener('select', this.#select);
    session.addEventListener('end', this.#ended);
    this.#renderer.xr.setReferenceSpaceType(
      session.enabledFeatures?.includes('local-floor') === false ? 'local' : 'local-floor',
    );
    await this.#renderer.xr.setSession(session);
    await this.#finder.start(session);
    this.#timer.reset();
    this.#renderer.setAnimationLoop(this.#frame);
  }

  async end(): Promise<void> {
    await this.#session?.end();
  }

  showStep(index: number): void {
    this.#options.model.showStep(index);
    this.replay();
  }

  replay(): void {
    this.#seconds = this.#options.reducedMotion ? this.#options.model.duration : 0;
  }

  /** Lets go of the spot: the reticle comes back. */
  pickUp(): void {
    this.#anchor?.delete();
    this.#anchor = undefined;
    this.#placement.spot.visible = false;
    this.#enter('searching');
  }

  turn(degrees: number): void {
    this.#placement.turn(degrees);
  }

  nudge(right: number, front: number): void {
    this.#placement.nudge(right, front);
  }

  setScale(scale: ModelScale): void {
    this.#placement.resize(scale);
    this.#reticle.group.scale.setScalar(scale);
  }

  setMode(mode: PlacementMode): void {
    this.#placement.setMode(mode);
  }

  /** Where the product stands in the room, in metres, for tests and for staff who see the same scene. */
  standsAt(): Vector3 {
    return this.#options.model.group.getWorldPosition(new Vector3());
  }

  readonly #frame = (time: number, frame?: XRFrame): void => {
    const { model, reducedMotion } = this.#options;
    this.#timer.update(time);
    this.#seconds = Math.min(model.duration, this.#seconds + Math.min(longestFrame, this.#timer.getDelta()));
    const space = this.#renderer.xr.getReferenceSpace();
    if (frame && space) this.#track(frame, space);
    model.seek(this.#seconds);
    model.pulse(reducedMotion ? undefined : time / 1000);
    this.#renderer.render(this.#scene, this.#camera);
  };

  #track(frame: XRFrame, space: XRReferenceSpace): void {
    const pose = frame.getViewerPose(space);
    if (pose) this.#viewer.setFromMatrixPosition(this.#matrix.fromArray(pose.transform.matrix));
    if (this.#state === 'placed') {
      const anchored = this.#anchor && frame.getPose(this.#anchor.anchorSpace, space);
      if (anchored) this.#placement.follow(this.#matrix.fromArray(anchored.transform.matrix));
      return;
    }
    this.#finder.update(frame, space, this.#placement.scale < 1);
    this.#reticle.group.visible = this.#finder.found;
    if (this.#finder.found) {
      this.#finder.surface.decompose(
        this.#reticle.group.position,
        this.#reticle.group.quaternion,
        this.#camera.up,
      );
      this.#camera.up.set(0, 1, 0);
    }
    this.#enter(this.#finder.found ? 'aiming' : 'searching');
  }

  readonly #select = (event: XRInputSourceEvent): void => {
    if (this.#state === 'aiming') this.#place();
    else if (this.#state === 'placed') this.#pick(event);
  };

  #place(): void {
    this.#placement.put(this.#finder.surface, this.#viewer, this.#options.model.guide.stands);
    this.#reticle.group.visible = false;
    this.#enter('placed');
    this.replay();
    void this.#finder.anchor().then((anchor) => {
      if (this.#state === 'placed') this.#anchor = anchor;
      else anchor?.delete();
    });
  }

  #pick({ frame, inputSource }: XRInputSourceEvent): void {
    const space = this.#renderer.xr.getReferenceSpace();
    const pose = space && frame.getPose(inputSource.targetRaySpace, space);
    if (!pose) return;
    this.#matrix.fromArray(pose.transform.matrix);
    this.#ray.ray.origin.setFromMatrixPosition(this.#matrix);
    this.#ray.ray.direction.set(0, 0, -1).transformDirection(this.#matrix);
    const { model, onTap } = this.#options;
    const hit = this.#ray.intersectObject(model.assembly, true)[0];
    const node = hit && model.nodeOf(hit.object);
    if (node) onTap(node);
  }

  /** A press on the interface is for the interface: the session is told before it makes a `select` of it. */
  readonly #keepFromRoom = (event: Event): void => {
    if (event.target !== this.#options.overlay) event.preventDefault();
  };

  readonly #ended = (): void => {
    this.#options.overlay.removeEventListener('beforexrselect', this.#keepFromRoom);
    this.#finder.stop();
    this.#renderer.setAnimationLoop(null);
    this.#placement.stand.remove(this.#options.model.group);
    this.#reticle.dispose();
    this.#renderer.dispose();
    this.#session = undefined;
    this.#enter('ended');
  };

  #enter(state: ImmersiveState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.onState(state);
  }
}
