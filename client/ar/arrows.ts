import {
  Box3,
  ConeGeometry,
  CylinderGeometry,
  Group,
  MathUtils,
  Mesh,
  MeshBasicMaterial,
  Quaternion,
  Vector3,
} from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import type { GuideStep } from '#protocol/guide';
import type { GuideModel } from './guide-model.ts';

interface Arrow {
  mesh: Mesh;
  nodes: string[];
  direction: Vector3;
}

/** More arrows than this say less than the motion itself. */
const most = 4;
/** Points of an arrow that labels keep clear of, as shares of its length. */
const marks = [0.1, 0.5, 0.9];
const none: readonly Vector3[] = [];
const up = new Vector3(0, 1, 0);
const turn = new Quaternion();
const around = new Box3();
const part = new Box3();
const centre = new Vector3();
const half = new Vector3();

/**
 * How far a box reaches from its middle along a direction of length 1, in the box's unit.
 */
export function reachAlong(box: Box3, direction: Vector3): number {
  box.getSize(half).multiplyScalar(0.5);
  return Math.abs(half.x * direction.x) + Math.abs(half.y * direction.y) + Math.abs(half.z * direction.z);
}

/**
 * Arrows that show which way the pieces of a step go in. Each follows behind its pieces and so never covers them. Goes into
 * the model's assembly.
 */
export class StepArrows extends Group {
  readonly #arrows: Arrow[];
  readonly #material: MeshBasicMaterial;
  readonly #length: number;
  readonly #points: Vector3[];
  #step: GuideStep | null = null;
  #shown = 0;
  /** Those of the arrows that are shown. */
  #shownPoints: readonly Vector3[] = none;

  /** `extent` of the finished product in metres sets their size. */
  constructor(extent: number, accent: number) {
    super();
    this.#length = extent * 0.09;
    this.#material = new MeshBasicMaterial({ color: accent });
    const thick = this.#length * 0.09;
    const head = new ConeGeometry(thick * 2.8, this.#length * 0.42, 20);
    head.translate(0, this.#length * 0.79, 0);
    const shaft = new CylinderGeometry(thick, thick, this.#length * 0.58, 12);
    shaft.translate(0, this.#length * 0.29, 0);
    const shape = mergeGeometries([shaft, head]);
    this.#arrows = Array.from({ length: most }, () => {
      const mesh = new Mesh(shape, this.#material);
      mesh.visible = false;
      this.add(mesh);
      return { mesh, nodes: [], direction: new Vector3() };
    });
    this.#points = Array.from({ length: most * marks.length }, () => new Vector3());
  }

  /** The step whose ways in are shown; `null` shows none. */
  get step(): GuideStep | null {
    return this.#step;
  }

  set step(step: GuideStep | null) {
    this.#step = step;
    const ways = step ? [...step.arrivals, ...step.moves] : [];
    this.#shown = ways.length > most ? 0 : ways.length;
    this.#shownPoints = this.#points.slice(0, this.#shown * marks.length);
    this.#arrows.forEach((arrow, index) => {
      const way = ways[index];
      arrow.mesh.visible = way !== undefined && index < this.#shown;
      if (!way) return;
      arrow.nodes = way.nodes;
      arrow.direction.fromArray(way.direction).normalize();
      arrow.mesh.quaternion.copy(turn.setFromUnitVectors(up, arrow.direction));
    });
  }

  /** Follows the pieces to where they are now. Allocates nothing. */
  follow(model: GuideModel): void {
    for (let index = 0; index < this.#shown; index++) {
      const arrow = this.#arrows[index] as Arrow;
      around.makeEmpty();
      for (const node of arrow.nodes) around.union(model.boxOf(node, part));
      around.getCenter(centre);
      // A small piece close to the camera gets a small arrow.
      const scale = MathUtils.clamp((around.getSize(half).length() * 0.3) / this.#length, 0.35, 1);
      arrow.mesh.scale.setScalar(scale);
      const behind = reachAlong(around, arrow.direction) + this.#length * 1.25 * scale;
      arrow.mesh.position.copy(centre).addScaledVector(arrow.direction, -behind);
      for (let mark = 0; mark < marks.length; mark++) {
        const along = (marks[mark] as number) * this.#length * scale;
        const point = this.#points[index * marks.length + mark] as Vector3;
        point.copy(arrow.mesh.position).addScaledVector(arrow.direction, along);
      }
    }
  }

  /** Points along the arrows that are shown, in the assembly's space: labels keep clear of them. Valid until the next `follow`. */
  points(): readonly Vector3[] {
    return this.visible ? this.#shownPoints : none;
  }

  override dispose(): void {
    super.dispose();
    this.#arrows[0]?.mesh.geometry.dispose();
    this.#material.dispose();
  }
}
