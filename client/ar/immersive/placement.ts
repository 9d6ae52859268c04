import { Group, MathUtils, type Matrix4, Quaternion, Vector3 } from 'three';
import type { Guide } from '../../../server/protocol/guide.ts';

/**
 * `beside` leaves the spot itself free for the real thing and stands the product next to it; `over` lays it exactly on
 * the spot. Beside is the default: studies of AR assembly found a model next to the work easier than an imperfect overlay.
 */
export type PlacementMode = 'beside' | 'over';

/** Metres between the spot and the product next to it. */
const gap = 0.25;
/** How far from level (or plumb, for walls) a surface may lean, as a cosine. */
const levelEnough = 0.9;
/** Highest surface taken for the floor, in metres above where the device believes the floor to be. */
const floorBand = 0.25;

const up = new Vector3();
const position = new Vector3();
const rotation = new Quaternion();
const scale = new Vector3();
const facing = new Vector3();

/** Can the product stand on a surface with this pose? Its +Y is the surface's normal. `tabletop` takes raised surfaces too. */
export function fits(surface: Matrix4, stands: Guide['stands'], tabletop: boolean): boolean {
  surface.decompose(position, rotation, scale);
  up.set(0, 1, 0).applyQuaternion(rotation);
  if (stands === 'wall' && !tabletop) return Math.abs(up.y) < 1 - levelEnough;
  if (up.y < levelEnough) return false;
  return tabletop || stands === 'table' || Math.abs(position.y) < floorBand;
}

/** Where the product stands: a spot in the room, and within it the person's own turning, nudging, size and side. */
export class Placement {
  /** The spot: moves with the anchor. */
  readonly spot = new Group();
  /** Inside the spot; the product goes in here. */
  readonly stand = new Group();
  readonly #width: number;
  #turn = 0;
  #mode: PlacementMode = 'beside';
  #scale = 1;
  readonly #nudge = new Vector3();

  /** `width` of the finished product, in metres: how far aside "beside" is. */
  constructor(width: number) {
    this.#width = width;
    this.spot.add(this.stand);
    this.spot.visible = false;
    this.#apply();
  }

  get scale(): number {
    return this.#scale;
  }

  get mode(): PlacementMode {
    return this.#mode;
  }

  /** Stands the product on a surface, its front towards the viewer. On a wall it faces away from the wall. */
  put(surface: Matrix4, viewer: Vector3, stands: Guide['stands']): void {
    surface.decompose(position, rotation, scale);
    if (stands === 'wall') facing.set(0, 1, 0).applyQuaternion(rotation).setY(0);
    else facing.subVectors(viewer, position).setY(0);
    this.spot.position.copy(position);
    this.spot.rotation.set(0, Math.atan2(facing.x, facing.z), 0);
    this.#nudge.set(0, 0, 0);
    this.#apply();
    this.spot.visible = true;
  }

  /** Follows the anchor, keeping the way the product faces. */
  follow(anchor: Matrix4): void {
    this.spot.position.setFromMatrixPosition(anchor);
  }

  /** Degrees, counter-clockwise from above. */
  turn(by: number): void {
    this.#turn += MathUtils.degToRad(by);
    this.#apply();
  }

  /** Metres to the product's right and towards its front. */
  nudge(right: number, front: number): void {
    this.#nudge.x += right;
    this.#nudge.z += front;
    this.#apply();
  }

  resize(to: number): void {
    this.#scale = to;
    this.#apply();
  }

  setMode(mode: PlacementMode): void {
    this.#mode = mode;
    this.#apply();
  }

  #apply(): void {
    const aside =
      this.#mode === 'beside' ? this.#width * this.#scale + gap * Math.min(1, this.#scale * 2) : 0;
    this.stand.position.set(aside, 0, 0).add(this.#nudge);
    this.stand.rotation.y = this.#turn;
    this.stand.scale.setScalar(this.#scale);
  }
}
