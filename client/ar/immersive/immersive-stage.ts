import {
  DirectionalLight,
  Group,
  Light,
  type Material,
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
import type { ViewPose } from '#protocol/call/drawing';
import { StepArrows } from '../arrows.ts';
import { Dimensions, type WriteLength } from '../dimensions.ts';
import { type GuideModel, nodesMovedIn } from '../guide-model.ts';
import { PartLabels } from '../labels.ts';
import { prepare, Studio } from '../room.ts';
import { Placement, type PlacementMode, type PlacementScale } from './placement.ts';
import { Reticle } from './reticle.ts';
import { SurfaceFinder } from './surface-finder.ts';
import { Tracking } from './tracking.ts';
import { ViewTeller } from './view-teller.ts';

/** `searching` for a surface, `aiming` at one that fits, `placed`, or `ended` by the person or by the system. */
export type ImmersiveState = 'searching' | 'aiming' | 'placed' | 'ended';

export interface ImmersiveStageOptions {
  model: GuideModel;
  /** Root of the interface shown over the camera. A tap on anything inside it never reaches the room. */
  overlay: HTMLElement;
  /** Part letters and figures go in here; inside the overlay, as large as it is. */
  labels: HTMLElement;
  reducedMotion: boolean;
  onState: (state: ImmersiveState) => void;
  onTap: (node: string) => void;
  /** Where the phone is in the product's axes, a dozen times a second at most, while the product stands in the room. */
  onView: (view: ViewPose) => void;
}

/** Longest frame that motion follows, in seconds: after a pause things go on, they do not jump. */
const longestFrame = 0.1;

/** The guide in the room. One instance is one AR session; the model goes back to where it came from when that ends. */
export class ImmersiveStage {
  readonly #options: ImmersiveStageOptions;
  readonly #renderer: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #camera = new PerspectiveCamera();
  readonly #placement: Placement;
  /** Holds the product while it is in the room. */
  readonly #product = new Group();
  readonly #reticle: Reticle;
  readonly #arrows: StepArrows;
  readonly #labels: PartLabels;
  readonly #dimensions: Dimensions;
  readonly #finder: SurfaceFinder;
  readonly #tracking = new Tracking();
  readonly #ray = new Raycaster();
  readonly #aim = new Matrix4();
  readonly #timer = new Timer();
  readonly #view: ViewTeller;
  #modelHome: GuideModel['group']['parent'] = null;
  #session: XRSession | undefined;
  #state: ImmersiveState = 'searching';
  #seconds = 0;
  /** The finished product does not come together once more. */
  #moving = false;

  constructor(options: ImmersiveStageOptions) {
    this.#options = options;
    const { guide, accent } = options.model;
    this.#view = new ViewTeller(options.onView);
    const finished = options.model.finishedBox();
    this.#renderer = new Renderer({ antialias: true, alpha: true });
    prepare(this.#renderer);
    this.#renderer.xr.enabled = true;
    this.#placement = new Placement(finished, guide.stands);
    this.#reticle = new Reticle(finished, accent);
    this.#finder = new SurfaceFinder(guide.stands);
    const extent = finished.getSize(new Vector3()).length();
    this.#arrows = new StepArrows(extent, accent);
    this.#labels = new PartLabels(options.labels, guide);
    this.#dimensions = new Dimensions(finished, options.labels, accent);
    options.labels.hidden = true;
    const room = new Studio(Math.max(0.4, extent), guide.stands);
    this.#product.visible = false;
    this.#placement.stand.add(this.#reticle.group, this.#product, room);
    this.#scene.add(this.#placement.spot);
    lightByRoom(this.#renderer, this.#scene, room);
  }

  get state(): ImmersiveState {
    return this.#state;
  }

  /** Call it in a click handler. Rejects with the browser's reason where no session can be had. */
  async start(): Promise<void> {
    const { model, overlay } = this.#options;
    const session = await requestImmersiveSession(overlay).catch((error: unknown) => {
      this.#leave();
      throw error;
    });
    this.#session = session;
    try {
      overlay.addEventListener('beforexrselect', this.#keepFromRoom);
      session.addEventListener('select', this.#select);
      const floor = session.enabledFeatures?.includes('local-floor') !== false;
      this.#renderer.xr.setReferenceSpaceType(floor ? 'local-floor' : 'local');
      this.#timer.reset();
      // Before the session, which then takes the loop over; set afterwards, the page's own loop would run as well.
      this.#renderer.setAnimationLoop(this.#frame);
      await this.#renderer.xr.setSession(session);
      // After three.js has taken its own leave of the session, which needs the renderer.
      session.addEventListener('end', this.#leave);
      this.#modelHome = model.group.parent;
      this.#product.add(model.group);
      model.assembly.add(this.#arrows, this.#dimensions);
      await this.#finder.start(session, floor);
      this.#options.onState(this.#state);
    } catch (error) {
      await session.end().catch(() => {});
      this.#leave();
      throw error;
    }
  }

  async end(): Promise<void> {
    await this.#session?.end();
  }

  /** 0 is laying out, then the steps from 1, then the finished product. */
  showPlace(place: number): void {
    const step = this.#options.model.showPlace(place);
    this.#arrows.step = step;
    this.#labels.nodes = nodesMovedIn(step);
    this.#moving = step !== null;
    this.replay();
  }

  /** Lets these pieces glow, with their letters, until the next place. */
  focus(nodes: readonly string[]): void {
    this.#options.model.emphasise(nodes);
    this.#labels.nodes = nodes;
  }

  replay(): void {
    const { model, reducedMotion } = this.#options;
    this.#seconds = reducedMotion || !this.#moving ? model.duration : 0;
  }

  /** Lets go of the spot: the reticle comes back. */
  pickUp(): void {
    this.#tracking.release();
    this.#product.visible = false;
    this.#enter('searching');
  }

  turn(degrees: number): void {
    this.#placement.turn(degrees);
  }

  /** Metres to the right and towards the viewer, as they see it. */
  nudge(right: number, near: number): void {
    this.#placement.nudge(right, near, this.#tracking.viewer);
  }

  /** A new size needs a new spot where the old one would no longer do: a desk of true size is not for a table. */
  setScale(scale: PlacementScale): void {
    this.#placement.resize(scale);
    if (this.#state === 'placed' && !this.#finder.fits(scale < 1)) this.pickUp();
  }

  setMode(mode: PlacementMode): void {
    this.#placement.setMode(mode);
  }

  /** How large the finished product is, each length written by `write`; without it, the figures go. */
  showDimensions(write: WriteLength | undefined): void {
    this.#dimensions.write = write ?? null;
  }

  readonly #frame = (time: number, frame?: XRFrame): void => {
    if (!frame) return;
    const { model, reducedMotion } = this.#options;
    this.#timer.update(time);
    this.#seconds = Math.min(model.duration, this.#seconds + Math.min(longestFrame, this.#timer.getDelta()));
    const space = this.#renderer.xr.getReferenceSpace();
    if (space) this.#follow(frame, space);
    model.seek(this.#seconds);
    this.#arrows.follow(model);
    model.pulse(reducedMotion ? undefined : time / 1000);
    this.#drawDepthUnseen();
    this.#renderer.render(this.#scene, this.#camera);
    this.#afterDrawing(time);
  };

  /** The session's camera now stands where this frame was seen from. */
  #afterDrawing(time: number): void {
    const { model, labels } = this.#options;
    if (this.#state !== 'placed') return;
    const [eye] = this.#renderer.xr.getCamera().cameras;
    if (!eye) return;
    const { clientWidth: width, clientHeight: height } = labels;
    this.#labels.follow(model, eye, width, height, this.#arrows.points());
    this.#dimensions.follow(model, eye, width, height);
    this.#view.follow(time, model.group, eye);
  }

  /** The device's depth hides what is behind things; it writes no colour, which WebGL otherwise complains of each frame. */
  #drawDepthUnseen(): void {
    const depth = this.#renderer.xr.hasDepthSensing() ? this.#renderer.xr.getDepthSensingMesh() : null;
    if (depth) (depth.material as Material).colorWrite = false;
  }

  #follow(frame: XRFrame, space: XRReferenceSpace): void {
    this.#tracking.update(frame, space, this.#placement);
    if (this.#state === 'placed') return;
    this.#finder.update(frame, space, this.#placement.scale < 1);
    if (this.#finder.found) {
      this.#placement.put(this.#finder.surface, this.#tracking.viewer);
      this.#reticle.show(this.#placement.hangs);
    } else this.#reticle.hide();
    this.#enter(this.#finder.found ? 'aiming' : 'searching');
  }

  readonly #select = (event: XRInputSourceEvent): void => {
    if (this.#state === 'aiming') this.#place(event);
    else if (this.#state === 'placed') this.#pick(event);
  };

  #place({ frame }: XRInputSourceEvent): void {
    this.#reticle.hide();
    this.#product.visible = true;
    this.#enter('placed');
    this.replay();
    const space = this.#renderer.xr.getReferenceSpace();
    if (space) this.#tracking.hold(frame, space, this.#placement);
  }

  #pick(event: XRInputSourceEvent): void {
    const space = this.#renderer.xr.getReferenceSpace();
    const node = space && this.#nodeUnder(event, space);
    if (node) this.#options.onTap(node);
  }

  /** What a tap on the screen meets in the room, if anything. */
  #nodeUnder({ frame, inputSource }: XRInputSourceEvent, space: XRReferenceSpace): string | undefined {
    const pose = frame.getPose(inputSource.targetRaySpace, space);
    if (!pose) return undefined;
    this.#aim.fromArray(pose.transform.matrix);
    this.#ray.ray.origin.setFromMatrixPosition(this.#aim);
    this.#ray.ray.direction.set(0, 0, -1).transformDirection(this.#aim);
    return this.#options.model.pick(this.#ray);
  }

  /** A press on the interface is for the interface: the session is told before it makes a `select` of it. */
  readonly #keepFromRoom = (event: Event): void => {
    if (event.target !== this.#options.overlay) event.preventDefault();
  };

  readonly #leave = (): void => {
    const { model, overlay } = this.#options;
    overlay.removeEventListener('beforexrselect', this.#keepFromRoom);
    this.#finder.stop();
    this.#renderer.setAnimationLoop(null);
    if (model.group.parent === this.#product) {
      model.assembly.remove(this.#arrows);
      this.#product.remove(model.group);
      this.#modelHome?.add(model.group);
    }
    this.#arrows.dispose();
    this.#labels.dispose();
    this.#dimensions.dispose();
    this.#reticle.dispose();
    this.#renderer.dispose();
    // Phones allow few drawing contexts; without this each session keeps one until memory runs short.
    this.#renderer.forceContextLoss();
    this.#session = undefined;
    this.#enter('ended');
  };

  #enter(state: ImmersiveState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.labels.hidden = state !== 'placed';
    this.#options.onState(state);
  }
}

/**
 * Asks for a session. Hit testing is the one thing that placing cannot do without; everything else has a fallback:
 * without an anchor the product stays where tracking thinks it is, without light estimation it gets a window's light,
 * without depth it is drawn over people who walk in front. Depth is asked for on the graphics card only: reading it back
 * costs more than a frame on the phones that have no other.
 */
function requestImmersiveSession(overlay: HTMLElement): Promise<XRSession> {
  const xr = navigator.xr;
  if (!xr) throw new Error('This browser has no WebXR.');
  return xr.requestSession('immersive-ar', {
    requiredFeatures: ['hit-test'],
    optionalFeatures: ['local-floor', 'anchors', 'dom-overlay', 'light-estimation', 'depth-sensing'],
    domOverlay: { root: overlay },
    depthSensing: {
      usagePreference: ['gpu-optimized'],
      dataFormatPreference: [],
    },
  } as XRSessionInit);
}

/**
 * Lights the product as the room is lit, where the device can tell, and otherwise as a studio does. Takes effect when a
 * session begins. The studio's lamps stay in the scene without strength: the shadow on the floor is theirs.
 */
function lightByRoom(renderer: WebGLRenderer, scene: Scene, studio: Group): void {
  const lamps = studio.children.filter((child) => child instanceof Light);
  // A lamp aims at its target; outside the studio that would stay at the room's origin.
  for (const lamp of lamps) if (lamp instanceof DirectionalLight) studio.add(lamp.target);
  const estimated = new XREstimatedLight(renderer);
  estimated.addEventListener('estimationstart', () => {
    scene.add(estimated);
    scene.environment = estimated.environment;
    for (const lamp of lamps) lamp.intensity = 0;
  });
}
