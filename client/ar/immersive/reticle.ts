import {
  type Box3,
  BufferGeometry,
  Group,
  LineBasicMaterial,
  LineLoop,
  Mesh,
  MeshBasicMaterial,
  RingGeometry,
  Vector3,
} from 'three';

/** What will stand here: a ring on the surface and the product's footprint at true size around it. */
export class Reticle {
  readonly group = new Group();
  readonly #outline: LineLoop;
  readonly #ring: Mesh;
  readonly #material: LineBasicMaterial;
  readonly #fill: MeshBasicMaterial;

  constructor(finished: Box3, accent: number) {
    const { min, max } = finished;
    const corners = [
      new Vector3(min.x, 0.002, min.z),
      new Vector3(max.x, 0.002, min.z),
      new Vector3(max.x, 0.002, max.z),
      new Vector3(min.x, 0.002, max.z),
    ];
    this.#material = new LineBasicMaterial({ color: accent });
    this.#fill = new MeshBasicMaterial({ color: accent, transparent: true, opacity: 0.85 });
    this.#outline = new LineLoop(new BufferGeometry().setFromPoints(corners), this.#material);
    this.#ring = new Mesh(new RingGeometry(0.05, 0.062, 40).rotateX(-Math.PI / 2), this.#fill);
    this.group.add(this.#outline, this.#ring);
    this.group.visible = false;
  }

  dispose(): void {
    this.#outline.geometry.dispose();
    this.#ring.geometry.dispose();
    this.#material.dispose();
    this.#fill.dispose();
  }
}
