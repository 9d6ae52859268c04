import { type Box3, Group, MathUtils, type Matrix4, Quaternion, Vector3 } from 'three';
import type { Guide } from '#protocol/guide';

/**
 * `beside` keeps a spot free for the real thing and stands the product to its right; `over` lays it exactly on the spot.
 * Beside is the default: studies of AR assembly found a model next to the work easier than an imperfect overlay.
 */
export type PlacementMode = 'beside' | 'over';

/** True size, or a quarter of it for a table top. */
export type PlacementScale = 1 | 0.25;

type Stands = Guide['stands'];

/** Metres between the spot and the product next to it, at true size. */
const gap = 0.25;
/** How far from level (or plumb, for walls) a surface may lean, as a cosine. */
const levelEnough = 0.9;
/** Highest surface taken for the floor, in metres above where the device believes the floor to be. */
const floorBand = 0.25;

const normal = new Vector3();
const position = new Vector3();
const rotation = new Quaternion();
const size = new Vector3();
const facing = new Vector3();

/** Can the product stand on a surface with this pose? Its +Y is the surface's normal. `tabletop` takes raised surfaces too. */
export function fits(surface: Matrix4, stands: Stands, tabletop: boolean): boolean {
  surface.decompose(position, rotation, size);
  normal.set(0, 1, 0).applyQuaternion(rotation);
  if (stands === 'wall' && !tabletop) return Math.abs(normal.y) < 1 - levelEnough;
  if (normal.y < levelEnough) return false;
  return tabletop || stands === 'table' || Math.abs(position.y) < floorBand;
}

/** Where the product stands: a spot in the room, and within it the person's own turning, nudging, size and side. */
export class Placement {
  /** Where the real thing is built: moves with the aim until the product is placed, then with the anchor. */
  readonly spot = new Group();
  /** Inside the spot; the product goes in here. */
  readonly stand = new Group();
  readonly #finished: Box3;
  readonly #stands: Stands;
  readonly #nudge = new Vector3();
  #turn = 0;
  #mode: PlacementMode = 'beside';
  #scale: PlacementScale = 1;

  /** `finished` is the finished product's box in its own coordinates. */
  constructor(finished: Box3, stands: Stands) {
    this.#finished = finished;
    this.#stands = stands;
    this.spot.add(this.stand);
    this.#apply();
  }

  get mode(): PlacementMode {
    return this.#mode;
  }

  get scale(): PlacementScale {
    return this.#scale;
  }

  /** Does the product hang where it is, rather than stand? At a quarter of its size it always stands. */
  get hangs(): boolean {
    return this.#stands === 'wall' && this.#scale === 1;
  }

  /**
   * Puts the product on a surface, facing the viewer, or away from the wall that it is on: the product itself, since that
   * is what a person aims; the spot follows from it. Forgets nudges.
   */
  put(surface: Matrix4, viewer: Vector3): void {
    surface.decompose(position, rotation, size);
    if (this.hangs) facing.set(0, 1, 0).applyQuaternion(rotation).setY(0);
    else facing.subVectors(viewer, position).setY(0);
    this.spot.rotation.set(0, Math.atan2(facing.x, facing.z), 0);
    this.#nudge.set(0, 0, 0);
    this.#apply();
    facing.set(-this.#aside, 0, 0).applyQuaternion(this.spot.quaternion);
    this.spot.position.addVectors(position, facing);
  }

  /** Follows the anchor, keeping the way the product faces. */
  follow(anchor: Matrix4): void {
    this.spot.position.setFromMatrixPosition(anchor);
  }

  /** Degrees, counter-clockwise from above; what hangs on a wall cannot be turned away from it. */
  turn(by: number): void {
    if (this.hangs) return;
    this.#turn += MathUtils.degToRad(by);
    this.#apply();
  }

  /**
   * Metres to the right and towards `viewer`, as they see it now: along the nearest of the spot's four ways, so that
   * pushes in opposite directions cancel out. On a wall, towards the viewer is down.
   */
  nudge(right: number, near: number, viewer: Vector3): void {
    if (this.hangs) this.#nudge.add(facing.set(right, -near, 0));
    else {
      facing.subVectors(viewer, this.spot.position);
      const bearing = Math.atan2(facing.x, facing.z) - this.spot.rotation.y;
      const quarter = (Math.round(bearing / (Math.PI / 2)) * Math.PI) / 2;
      const [cos, sin] = [Math.round(Math.cos(quarter)), Math.round(Math.sin(quarter))];
      this.#nudge.add(facing.set(right * cos + near * sin, 0, near * cos - right * sin));
    }
    this.#apply();
  }

  resize(to: PlacementScale): void {
    this.#scale = to;
    this.#apply();
  }

  setMode(mode: PlacementMode): void {
    this.#mode = mode;
    this.#apply();
  }

  /** Metres from the spot to the product. */
  get #aside(): number {
    const { min, max } = this.#finished;
    return this.#mode === 'beside' ? (max.x - min.x + gap) * this.#scale : 0;
  }

  #apply(): void {
    // What hangs at true size reaches below its own origin; on a table it stands on its lowest edge.
    const lift = this.#stands === 'wall' && !this.hangs ? -this.#finished.min.y * this.#scale : 0;
    this.stand.position.set(this.#aside, lift, 0).add(this.#nudge);
    this.stand.rotation.y = this.hangs ? 0 : this.#turn;
    this.stand.scale.setScalar(this.#scale);
  }
}
