import {
  Box3,
  Group,
  Matrix4,
  Mesh,
  type MeshStandardMaterial,
  type Object3D,
  Quaternion,
  type Raycaster,
  Vector3,
} from 'three';
import type { Guide, GuideStep } from '#protocol/guide';
import { Fasteners } from './fasteners.ts';
import { Surfaces } from './surfaces.ts';
import { type Timeline, timelineOf } from './timeline.ts';
import { offsetAt, type PieceRole, type PieceStory, roleAt, storiesOf } from './travel.ts';

interface Piece {
  story: PieceStory;
  /** Moves the piece; at rest it is the identity, and the piece stands where it was modelled. */
  holder: Group;
  meshes: { mesh: Mesh; material: MeshStandardMaterial; casts: boolean }[];
  /** In the model's space, at the piece's final place. */
  box: Box3;
  /** What it turns about while it lies aside. */
  pivot: Vector3;
  /** Its order among the things that move in the step shown, or -1. */
  moves: number;
}

/** Share of the product's diagonal under which a surface's shadow would not be seen: each one saves a draw call. */
const leastCaster = 0.1;

const home = new Quaternion();
const offset = new Vector3();
const middle = new Vector3();
const bounds = new Box3();
const pieceBounds = new Box3();
const posed = new Matrix4();

/** A product that builds itself: shows any step at any second. `group` stands with its lowest visible point at y = 0. */
export class GuideModel {
  readonly group = new Group();
  readonly guide: Guide;
  /** What is needed now glows in it; arrows and lines have it, too. */
  readonly accent: number;
  /** Carries posture; inside it everything is in the guide's coordinates. */
  readonly assembly = new Group();
  readonly #pieces: Piece[];
  readonly #byNode: Map<string, Piece>;
  readonly #surfaces: Surfaces;
  readonly #fasteners: Fasteners;
  readonly #centre: Vector3;
  /** Below the middle of the finished product. */
  readonly #foot: Vector3;
  #step = 0;
  #timeline: Timeline;
  #explosion = 0;
  #role: (story: PieceStory) => PieceRole = (story) => roleAt(story, this.#step);
  #emphasised: readonly string[] = [];
  #pointed: readonly string[] = [];

  /** `scene` is the loaded glTF scene; its named nodes are taken out of it. Throws where a node is missing. */
  constructor(guide: Guide, scene: Object3D, accent: number) {
    this.guide = guide;
    this.accent = accent;
    this.#surfaces = new Surfaces(accent);
    this.#fasteners = new Fasteners(guide);
    const extent = new Box3().setFromObject(scene).getSize(new Vector3()).length();
    this.#pieces = storiesOf(guide).map((story) => pieceOf(story, scene, extent * leastCaster));
    this.#byNode = new Map(this.#pieces.map((piece) => [piece.story.node, piece]));
    for (const piece of this.#pieces) {
      this.assembly.add(piece.holder);
      for (const mate of piece.story.aside?.mates ?? []) {
        const box = this.#byNode.get(mate)?.box;
        if (box) bounds.union(box);
      }
      if (piece.story.aside) bounds.getCenter(piece.pivot);
      bounds.makeEmpty();
    }
    this.#centre = this.finishedBox().getCenter(new Vector3());
    this.#foot = this.#centre.clone().setY(0);
    this.assembly.add(this.#fasteners.group);
    this.group.add(this.assembly);
    this.#timeline = timelineOf(this.#stepAt(0));
    this.showStep(0);
  }

  /** Seconds that the step shown takes to play. */
  get duration(): number {
    return this.#timeline.duration;
  }

  /** The finished product's box in its own coordinates, upright. */
  finishedBox(): Box3 {
    return this.#pieces.reduce((box, piece) => box.union(piece.box), new Box3());
  }

  /** The object that carries a piece: for labels, highlights and picking. */
  holder = (node: string): Group | undefined => this.#byNode.get(node)?.holder;

  /** What a piece does in the step shown. Throws for an unknown node. */
  roleOf(node: string): PieceRole {
    const piece = this.#byNode.get(node);
    if (!piece) throw new RangeError(`The model has no piece "${node}".`);
    return roleAt(piece.story, this.#step);
  }

  /** The node that a ray meets: what stands here comes before the ghosts of what is still to come, whichever is nearer. */
  pick(ray: Raycaster): string | undefined {
    const met = ray
      .intersectObject(this.assembly, true)
      .flatMap(({ object }) =>
        this.#pieces.filter((piece) => piece.meshes.some(({ mesh }) => mesh === object)),
      )
      .map(({ story }) => story);
    return (met.find((story) => roleAt(story, this.#step) !== 'coming') ?? met[0])?.node;
  }

  /** Writes where a piece is now, in the assembly's space, into `target`; empty for an unknown node. */
  boxOf(node: string, target: Box3): Box3 {
    const piece = this.#byNode.get(node);
    return piece ? target.copy(piece.box).applyMatrix4(piece.holder.matrix) : target.makeEmpty();
  }

  /** A copy of a piece as it was modelled, upright and at its final place: for a picture of it. */
  portrait(node: string): Object3D | undefined {
    const piece = this.#byNode.get(node);
    if (!piece) return undefined;
    const copy = new Group();
    for (const { mesh, material } of piece.meshes) {
      const twin = new Mesh(mesh.geometry, material);
      piece.holder.updateWorldMatrix(true, true);
      twin.applyMatrix4(posed.copy(piece.holder.matrixWorld).invert().multiply(mesh.matrixWorld));
      copy.add(twin);
    }
    return copy;
  }

  /** Lets pieces glow until the next call or step; without nodes the step's own pieces do. */
  emphasise(nodes: readonly string[]): void {
    this.#emphasised = nodes;
    this.#dress();
  }

  /** Lets pieces glow until the next call, whatever step is shown and whatever else glows. */
  point(nodes: readonly string[]): void {
    this.#emphasised = this.#emphasised.filter((node) => !this.#pointed.includes(node));
    this.#pointed = nodes;
    this.#dress();
  }

  /** Turns to a place of the guide: 0 is laying out, then the steps from 1, then the finished product. Answers its step. */
  showPlace(place: number): GuideStep | null {
    const step = this.guide.steps[place - 1] ?? null;
    if (step) this.showStep(place - 1);
    else this.showFinished();
    return step;
  }

  /** The same as it stands when it is done, with its glow held still. */
  showPlaceDone(place: number): GuideStep | null {
    const step = this.showPlace(place);
    this.seek(this.duration);
    this.pulse(undefined);
    return step;
  }

  /** Everything in its place and nothing glowing but what is pointed at. */
  showFinished(): void {
    this.showStep(this.guide.steps.length - 1);
    this.#role = () => 'placed';
    this.#dress();
    this.assembly.quaternion.identity();
    this.seek(this.#timeline.duration);
    this.#settle();
  }

  /** Turns to a step and shows its beginning. */
  showStep(index: number): void {
    this.#step = index;
    const step = this.#stepAt(index);
    this.#timeline = timelineOf(step);
    this.#role = (story) => roleAt(story, index);
    this.#emphasised = [];
    this.#dress();
    for (const piece of this.#pieces) piece.moves = orderIn(step, piece.story, index);
    this.assembly.quaternion.fromArray(step.posture ?? [0, 0, 0, 1]);
    this.seek(this.#timeline.duration);
    this.#settle();
    this.seek(0);
  }

  /** Shows the step at `seconds` from its beginning. Allocates nothing. */
  seek(seconds: number): void {
    for (const piece of this.#pieces) {
      const progress = piece.moves < 0 ? 1 : this.#timeline.piece(piece.moves, seconds);
      const turned = offsetAt(piece.story, this.#step, progress, offset);
      const { holder, pivot, box } = piece;
      if (turned > 0 && piece.story.aside) {
        holder.quaternion.copy(home).slerp(piece.story.aside.turn, turned);
        middle.copy(pivot).applyQuaternion(holder.quaternion);
        offset.add(pivot).sub(middle);
      } else holder.quaternion.copy(home);
      if (this.#explosion > 0) {
        offset.addScaledVector(box.getCenter(middle).sub(this.#centre), this.#explosion);
      }
      holder.position.copy(offset);
      holder.updateMatrix();
    }
    this.#fasteners.group.visible = this.#explosion === 0;
    this.#fasteners.show(this.#step, this.#timeline, seconds, this.holder);
  }

  /** 0 is together, 1 pulls every piece to twice its distance from the middle. Takes effect with the next `seek`. */
  explode(amount: number): void {
    this.#explosion = amount;
  }

  /** `undefined` holds the glow still. */
  pulse(seconds: number | undefined): void {
    this.#surfaces.pulse(seconds);
  }

  dispose(): void {
    this.#surfaces.dispose();
    this.#fasteners.dispose();
    for (const { meshes } of this.#pieces) for (const { mesh } of meshes) mesh.geometry.dispose();
  }

  #dress(): void {
    const asked = new Set(this.#emphasised);
    const pointed = new Set(this.#pointed);
    for (const { story, meshes } of this.#pieces) {
      const role = asked.has(story.node) ? 'arriving' : this.#role(story);
      const look = pointed.has(story.node) ? 'pointed' : role;
      for (const { mesh, material, casts } of meshes) {
        mesh.material = this.#surfaces.of(material, look);
        mesh.castShadow = casts && look !== 'coming';
        mesh.renderOrder = look === 'coming' ? 1 : 0;
      }
    }
  }

  /**
   * Lays the assembly down: the finished product's middle over the origin, however it lies, and its lowest placed piece
   * on the floor. Wall-mounted products stay where they hang.
   */
  #settle(): void {
    this.assembly.position.set(0, 0, 0);
    if (this.guide.stands === 'wall') return;
    middle.copy(this.#centre).applyQuaternion(this.assembly.quaternion);
    this.assembly.position.set(this.#foot.x - middle.x, 0, this.#foot.z - middle.z);
    this.assembly.updateMatrix();
    bounds.makeEmpty();
    for (const { story, holder, box } of this.#pieces) {
      if (roleAt(story, this.#step) === 'coming') continue;
      posed.multiplyMatrices(this.assembly.matrix, holder.matrix);
      bounds.union(pieceBounds.copy(box).applyMatrix4(posed));
    }
    if (!bounds.isEmpty()) this.assembly.position.y = -bounds.min.y;
  }

  #stepAt(index: number): GuideStep {
    const step = this.guide.steps[index];
    if (!step)
      throw new RangeError(`The guide has ${this.guide.steps.length} steps; there is no step ${index + 1}.`);
    return step;
  }
}

/** The pieces that a step brings in or moves. */
export const nodesMovedIn = (step: GuideStep | null): string[] =>
  step ? [...step.arrivals, ...step.moves].flatMap(({ nodes }) => nodes) : [];

/** The place of a piece's arrival or move among what moves in the step, or -1. */
function orderIn(step: GuideStep, story: PieceStory, index: number): number {
  if (index === story.arrives) return step.arrivals.findIndex(({ nodes }) => nodes.includes(story.node));
  if (index !== story.home?.step) return -1;
  return step.arrivals.length + step.moves.findIndex(({ nodes }) => nodes.includes(story.node));
}

function pieceOf(story: PieceStory, scene: Object3D, leastCasting: number): Piece {
  const body = scene.getObjectByName(story.node);
  if (!body) throw new Error(`The model has no node "${story.node}".`);
  const holder = new Group();
  holder.matrixAutoUpdate = false;
  holder.name = story.node;
  holder.attach(body);
  const meshes: Piece['meshes'] = [];
  body.traverse((object) => {
    if (!(object instanceof Mesh)) return;
    object.receiveShadow = true;
    const casts = bounds.setFromObject(object).getSize(middle).length() >= leastCasting;
    meshes.push({ mesh: object, material: object.material as MeshStandardMaterial, casts });
  });
  const box = new Box3().setFromObject(body);
  return { story, holder, meshes, box, pivot: box.getCenter(new Vector3()), moves: -1 };
}
