import { type Box3, Group, Mesh, MeshBasicMaterial, Path, RingGeometry, Shape, ShapeGeometry } from 'three';

/** Metres: wide enough to be seen on a phone at arm's length with the spot three metres away. */
const band = 0.018;
/** Metres above the surface, so that the two do not flicker. */
const above = 0.002;

/** What will stand where the device points: a ring on the very point, around it a band as wide and deep as the product. */
export class Reticle {
  /** Goes into the stand, and so takes the product's size, turn and side. */
  readonly group = new Group();
  readonly #material: MeshBasicMaterial;
  readonly #ring: Mesh;
  readonly #standing: Mesh;
  readonly #hanging: Mesh;

  /** `finished` is the finished product's box in its own coordinates. */
  constructor(finished: Box3, accent: number) {
    const { min, max } = finished;
    this.#material = new MeshBasicMaterial({ color: accent, toneMapped: false });
    this.#ring = new Mesh(new RingGeometry(0.05, 0.065, 40), this.#material);
    this.#standing = new Mesh(frame(min.x, -max.z, max.x, -min.z), this.#material);
    this.#standing.rotation.x = -Math.PI / 2;
    this.#standing.position.y = Math.min(0, min.y) + above;
    this.#hanging = new Mesh(frame(min.x, min.y, max.x, max.y), this.#material);
    this.#hanging.position.z = above;
    this.group.add(this.#ring, this.#standing, this.#hanging);
    this.group.visible = false;
  }

  /** `hangs` draws it on a wall, otherwise on the floor or a table. */
  show(hangs: boolean): void {
    this.group.visible = true;
    this.#ring.rotation.x = hangs ? 0 : -Math.PI / 2;
    this.#ring.position.set(0, hangs ? 0 : this.#standing.position.y, hangs ? above : 0);
    this.#hanging.visible = hangs;
    this.#standing.visible = !hangs;
  }

  hide(): void {
    this.group.visible = false;
  }

  dispose(): void {
    for (const mesh of [this.#ring, this.#standing, this.#hanging]) mesh.geometry.dispose();
    this.#material.dispose();
  }
}

/** A rectangular band in the XY plane whose inner edge is the rectangle given. */
function frame(left: number, bottom: number, right: number, top: number): ShapeGeometry {
  const outer = new Shape();
  outer.moveTo(left - band, bottom - band).lineTo(right + band, bottom - band);
  outer.lineTo(right + band, top + band).lineTo(left - band, top + band);
  const inner = new Path();
  inner.moveTo(left, bottom).lineTo(left, top).lineTo(right, top).lineTo(right, bottom);
  outer.holes.push(inner);
  return new ShapeGeometry(outer);
}
