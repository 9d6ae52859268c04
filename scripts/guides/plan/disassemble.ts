import { Box3, Vector3 } from 'three';
import type { Body } from '../geometry/bodies.ts';
import { isSameShape } from '../geometry/shape.ts';
import { Blocking, groupsAlong } from './blocking.ts';
import { type Contact, contactsOf, facesBetween, hangTogether, reach, snug } from './contacts.ts';

/** Bodies that come in together, the way they travel in, and how far they come. */
export interface PlannedStep {
  nodes: string[];
  direction: [number, number, number];
  distance: number;
}

export interface Plan {
  /** In the order of building. */
  steps: PlannedStep[];
  /** Bodies that no straight pull frees, alone or in groups: the author must place these. */
  stuck: string[];
  /** What was found about the bodies on the way, for composing steps of the plan. */
  contacts: ReadonlyMap<string, ReadonlySet<string>>;
  blocking: Blocking;
  /** Pairs that pass through one another in the plan, as no straight way is free; empty unless `force` is set. */
  forced: [string, string][];
}

export interface PlanOptions {
  /** May these two be in one another by design, as a plug in its socket is? They do not block one another. */
  mayOverlap?: (a: string, b: string) => boolean;
  /** What a node is called, for words that say when a part's turn is; default the node's own name. */
  nameOf?: (node: string) => string | undefined;
  /** Directions that screws and dowels give a node: it comes in along them. */
  axesOf?: (node: string) => readonly Vector3[];
  /** Where nothing comes free, pulls what is held least all the same, and says through what. */
  force?: boolean;
  /** Milliseconds after which no more ways are tried: what is left then is pulled as `force` says. */
  within?: number;
}

/**
 * Assembly by disassembly (Ghandi and Masehian's survey, 2015, calls it the geometric feasibility approach): pull the
 * finished product apart, always taking what comes off most naturally, and build in the reverse order. Pulls are straight,
 * along the axes and away from the faces that a body rests against; where nothing comes off alone, the groups of Wilson and
 * Latombe's blocking graphs do.
 */
export function planAssembly(bodies: readonly Body[], options: PlanOptions = {}): Plan {
  const { force = false, within = Number.POSITIVE_INFINITY } = options;
  const deadline = performance.now() + within;
  const forced: [string, string][] = [];
  const scene = sceneOf(bodies, options);
  const { contacts, blocking } = scene;
  const removed: PlannedStep[] = [];
  let left = [...bodies];
  let before: Pull | undefined;
  while (left.length > 1) {
    const found: Pull | undefined =
      performance.now() < deadline ? bestPull(left, scene, before, deadline) : undefined;
    let pull = found && stepFrom(found);
    before = found;
    if (!pull) {
      if (!force) return { steps: [], stuck: left.map((body) => body.node), forced: [], contacts, blocking };
      const pulled = leastHeld(left, scene, performance.now() < deadline);
      for (const [a, b] of pulled.through) forced.push([a, b]);
      ({ pull } = pulled);
    }
    const { nodes } = pull;
    removed.push(pull);
    left = left.filter((body) => !nodes.includes(body.node));
  }
  removed.reverse();
  // The first piece lies as the next wants it: what comes next is set down on it.
  const direction = removed[0]?.direction ?? [0, -1, 0];
  const base = left.map((body): PlannedStep => ({ nodes: [body.node], direction, distance }));
  return { steps: [...base, ...removed], stuck: [], forced, contacts, blocking };
}

/** How far from its place a piece is shown before it comes in, in metres. */
const distance = 0.3;

interface Scene {
  contacts: ReadonlyMap<string, ReadonlySet<string>>;
  blocking: Blocking;
  /** The product's diagonal, in metres. */
  size: number;
  volumes: ReadonlyMap<Body, number>;
  /** Of the largest body's box, in cubic metres. */
  largest: number;
  base: Body | undefined;
  isLate: (body: Body) => boolean;
  facesOf: (a: Body, b: Body, air: number) => Contact[];
  axesOf: (node: string) => readonly Vector3[];
}

/** Parts that come when the rest stands, as their names have it: glass, doors, what hangs or lies in the product. */
const late =
  /\b(glass|mirror|door|doors|handle|handles|knob|knobs|cushion|pillow|mattress|blanket|headrest|drawer|drawers|cable|lead|cord|lamp|shade|bulb|hook|hooks|bracket|lid|cover)\b|玻璃|镜|门|把手|拉手|垫|枕|抽屉|层板|灯/i;

function sceneOf(
  bodies: readonly Body[],
  { mayOverlap = () => false, nameOf = (node) => node, axesOf = () => [] }: PlanOptions,
): Scene {
  const whole = bodies.reduce((box, body) => box.union(body.box), new Box3());
  const size = whole.getSize(new Vector3()).length();
  const faces = new Map<string, Contact[]>();
  const volumes = new Map(bodies.map((body) => [body, boxVolume(body)]));
  const scene: Omit<Scene, 'base'> = {
    contacts: contactsOf(bodies),
    blocking: new Blocking(size, mayOverlap),
    size,
    volumes,
    largest: Math.max(1e-9, ...volumes.values()),
    isLate: ({ node }) => late.test((nameOf(node) ?? '').replace(/[-_.\d]+/g, ' ')),
    axesOf,
    facesOf(a, b, air) {
      const key = `${a.node}\n${b.node}\n${air}`;
      const known = faces.get(key) ?? facesBetween(a, b, air, mayOverlap(a.node, b.node));
      faces.set(key, known);
      return known;
    },
  };
  return { ...scene, base: baseOf(bodies, scene) };
}

const axes = [
  new Vector3(0, 1, 0),
  new Vector3(1, 0, 0),
  new Vector3(0, 0, 1),
  new Vector3(-1, 0, 0),
  new Vector3(0, 0, -1),
  new Vector3(0, -1, 0),
];

interface Pull {
  group: Body[];
  rest: Body[];
  way: Vector3;
  score: number;
}

/** The most natural pull that is free. Scores are cheap and collisions are not, so pulls are tried best first. */
function bestPull(
  left: readonly Body[],
  scene: Scene,
  before: Pull | undefined,
  deadline: number,
): Pull | undefined {
  const single = left
    .flatMap((body) => pullsOf([body], left, scene, before))
    .sort((a, b) => a.score - b.score)
    .find((pull) => performance.now() < deadline && isFree(pull, scene));
  if (single) return single;
  const groups = axes.flatMap((way) =>
    performance.now() < deadline
      ? groupsAlong(left, way, scene.blocking).flatMap((group) =>
          pullsOf(group, left, scene, before).filter((pull) => pull.way.dot(way) > 0.999),
        )
      : [],
  );
  const [best] = groups.sort((a, b) => a.group.length - b.group.length || a.score - b.score);
  return best;
}

const stepFrom = ({ group, way }: Pull): PlannedStep => ({
  nodes: group.map((body) => body.node),
  direction: [-way.x || 0, -way.y || 0, -way.z || 0],
  distance,
});

/** What each reason weighs against a pull: lower is taken off sooner. */
const weights = {
  /** It does not leave the faces that hold it: one is gripped by what it slides along. */
  unaligned: 30,
  /** The same for what has air around it. */
  loose: 8,
  /** It rubs along others, as a share of the product. */
  slide: 12,
  /** It is large: what is heavy is there first. */
  size: 14,
  /** Many hold on to it. */
  hub: 10,
  /** What stays would fall into several. */
  apart: 45,
  /** Its turn comes late, by its name. */
  late: -8,
  /** It is drawn out from between two that clamp it: one of them comes off first. */
  clamped: 14,
  /** Nothing grips it: it is laid in when the rest stands, as a loose shelf is. */
  resting: -6,
  /** It is not along the axis of its screws or dowels. */
  offAxis: 10,
  /** The piece before it was one like it, and went the same way or the mirrored one. */
  twin: -8,
  /** It stands high. */
  height: -1,
  /** Of a left and a right one, the right one comes off first. */
  right: -0.05,
};

function pullsOf(group: Body[], left: readonly Body[], scene: Scene, before: Pull | undefined): Pull[] {
  const { contacts, size, volumes, base } = scene;
  if (base && group.includes(base)) return [];
  const rest = left.filter((body) => !group.includes(body));
  const touching = rest.filter((other) => group.some((body) => contacts.get(body.node)?.has(other.node)));
  const facing = (air: number) =>
    touching
      .map((other) => group.flatMap((body) => scene.facesOf(body, other, air)))
      .filter((faces) => faces.length > 0);
  const gripped = facing(snug);
  // What nothing grips still leaves away from what it lies beside.
  const held = gripped.length > 0 ? gripped : facing(reach);
  const share = Math.cbrt(Math.max(...group.map((body) => volumes.get(body) ?? 0)) / scene.largest);
  const isApart = !hangTogether(
    rest.map((body) => body.node),
    contacts,
  );
  const middle = boxAround(group).getCenter(new Vector3());
  const fixed =
    weights.size * share +
    (weights.hub * touching.length) / Math.max(1, left.length - 1) +
    (isApart ? weights.apart : 0) +
    (gripped.length === 0 ? weights.resting : 0) +
    (group.some(scene.isLate) ? weights.late : 0) +
    (weights.height * middle.y + weights.right * middle.x) / size;
  const driven = group.flatMap((body) => scene.axesOf(body.node));
  return waysFor(held.flat()).map((way): Pull => {
    const slide = Math.max(0, ...group.flatMap((body) => touching.map((other) => slideOf(body, other, way))));
    const onAxis = driven.length === 0 || driven.some((axis) => Math.abs(axis.dot(way)) > 0.97);
    const score =
      fixed +
      (gripped.length > 0 ? weights.unaligned : weights.loose) *
        (held.length > 0 ? 1 - alignedWith(way, held) : 1) +
      weights.clamped * clampedAcross(way, gripped.flat()) +
      (before && isTwin(before, group, way) ? weights.twin : 0) +
      (weights.slide * slide) / size +
      (onAxis ? 0 : weights.offAxis);
    return { group, rest, way, score };
  });
}

/** Is a pull one more of the kind before it: of equal bodies, the same way, or mirrored from left to right or front to back? */
function isTwin(before: Pull, group: readonly Body[], way: Vector3): boolean {
  const [a, b] = [before.group[0], group[0]];
  if (before.group.length !== group.length || !a || !b || !isSameShape(a, b)) return false;
  return [1, -1].some((x) =>
    [1, -1].some((z) => before.way.dot(new Vector3(way.x * x, way.y, way.z * z)) > 0.97),
  );
}

/** How far a way leads straight off the faces that hold a body, 0-1: by its neighbours and by their faces' areas alike. */
function alignedWith(way: Vector3, held: readonly Contact[][]): number {
  const neighbours = held.map((faces) => ({ met: areaTowards(way, faces), area: areaOf(faces) }));
  const total = neighbours.reduce((sum, { area }) => sum + area, 0);
  const byNeighbour = neighbours.reduce((sum, { met, area }) => sum + met / area, 0) / neighbours.length;
  const share = (byNeighbour + neighbours.reduce((sum, { met }) => sum + met, 0) / total) / 2;
  // Out of a notch the way that leaves all its faces at once rubs along none.
  const leavesAll = held.flat().every(({ direction }) => -direction.dot(way) > 0.3);
  return leavesAll ? Math.max(share, 0.9) : share;
}

/** Share of the faces that grip a body from two sides while it leaves between them, 0-1. */
function clampedAcross(way: Vector3, faces: readonly Contact[]): number {
  const total = areaOf(faces);
  const clamps = faces
    .filter(({ direction }) => Math.abs(direction.dot(way)) < 0.3)
    .map(({ direction }) =>
      Math.min(areaTowards(direction, faces), areaTowards(direction.clone().negate(), faces)),
    );
  return total > 0 ? Math.min(1, (2 * Math.max(0, ...clamps)) / total) : 0;
}

const areaOf = (faces: readonly Contact[]) => faces.reduce((sum, { area }) => sum + area, 0);

/** Of the faces, what a way leads straight away from. */
const areaTowards = (way: Vector3, faces: readonly Contact[]) =>
  faces.reduce((sum, { direction, area }) => sum + area * Math.max(0, -direction.dot(way)) ** 4, 0);

/** A number for each shape, by node: equal bodies have the same. */
export function kindsOf(bodies: readonly Body[]): Map<string, number> {
  const firsts: Body[] = [];
  return new Map(
    bodies.map((body) => {
      const known = firsts.findIndex((first) => isSameShape(first, body));
      return [body.node, known >= 0 ? known : firsts.push(body) - 1];
    }),
  );
}

/** Feet are this even, in metres. */
const onFloor = 0.01;

/** Where the building begins: the large body that many hold on to; of equal ones the left one. */
function baseOf(bodies: readonly Body[], scene: Omit<Scene, 'base'>): Body | undefined {
  const floor = Math.min(...bodies.map(({ box }) => box.min.y));
  const volumeOf = (body: Body) => scene.volumes.get(body) ?? 0;
  const largest = Math.max(1e-9, ...bodies.filter((body) => !scene.isLate(body)).map(volumeOf));
  const kinds = kindsOf(bodies);
  const all = new Set(kinds.values()).size;
  // Eight slats on a rail say no more for it than one does.
  const held = ({ node }: Body) =>
    new Set([...(scene.contacts.get(node) ?? [])].map((other) => kinds.get(other))).size;
  const fitness = (body: Body) =>
    Math.min(1, Math.cbrt(volumeOf(body) / largest)) +
    (held(body) / all + (scene.contacts.get(body.node)?.size ?? 0) / Math.max(1, bodies.length - 1)) / 2 +
    (body.box.min.y < floor + onFloor ? 0.3 : 0) -
    (scene.isLate(body) ? 1 : 0) -
    (0.001 * body.box.getCenter(new Vector3()).x) / scene.size;
  return bodies.reduce<Body | undefined>(
    (best, body) => (best && fitness(best) >= fitness(body) ? best : body),
    undefined,
  );
}

/** The axes, and straight away from the slanted faces that hold it. */
function waysFor(faces: readonly Contact[]): Vector3[] {
  const slanted = faces
    .toSorted((a, b) => b.area - a.area)
    .map(({ direction }) => direction.clone().negate())
    .filter((way) => axes.every((axis) => axis.dot(way) < 0.985));
  const middle = slanted.reduce((sum, way) => sum.add(way), new Vector3());
  if (middle.lengthSq() > 0.1) slanted.unshift(middle.normalize());
  const distinct = slanted.filter((way, i) => slanted.slice(0, i).every((other) => other.dot(way) < 0.97));
  return [...axes, ...distinct.slice(0, 4)];
}

function isFree({ group, rest, way }: Pull, { blocking }: Scene): boolean {
  return group.every((body) => rest.every((other) => !blocking.isBlocked(body, other, way)));
}

/** The body that fewest others hold along its best axis, and those others. Without `look` no way is tried: the highest comes off. */
function leastHeld(
  left: readonly Body[],
  { blocking, volumes }: Scene,
  look: boolean,
): { pull: PlannedStep; through: [string, string][] } {
  const pulls = left
    .toSorted((a, b) => b.box.max.y - a.box.max.y || (volumes.get(a) ?? 0) - (volumes.get(b) ?? 0))
    .slice(0, look ? left.length : 1)
    .flatMap((body) => {
      const rest = left.filter((other) => other !== body);
      return axes.slice(0, look ? axes.length : 1).map((way) => ({
        group: [body],
        rest,
        way,
        score: 0,
        held: rest.filter((other) => blocking.isBlocked(body, other, way)),
      }));
    });
  const [first, ...others] = pulls;
  if (!first) throw new RangeError('There is nothing left to pull.');
  const least = others.reduce((best, pull) => (pull.held.length < best.held.length ? pull : best), first);
  const [node = ''] = least.group.map((body) => body.node);
  return { pull: stepFrom(least), through: least.held.map((other): [string, string] => [node, other.node]) };
}

/** How far a body rubs along another before their boxes part, in metres: people lift parts off, they do not drag them. */
function slideOf(body: Body, other: Body, way: Vector3): number {
  let apart = Number.POSITIVE_INFINITY;
  for (const axis of ['x', 'y', 'z'] as const) {
    if (way[axis] > 0) apart = Math.min(apart, (other.box.max[axis] - body.box.min[axis]) / way[axis]);
    if (way[axis] < 0) apart = Math.min(apart, (other.box.min[axis] - body.box.max[axis]) / way[axis]);
  }
  return Math.max(0, apart);
}

const boxVolume = ({ box }: Body): number => {
  const size = box.getSize(new Vector3());
  return size.x * size.y * size.z;
};

const boxAround = (bodies: readonly Body[]) => bodies.reduce((box, body) => box.union(body.box), new Box3());
