import { Box3, Vector3 } from 'three';
import type { Body } from '../geometry/bodies.ts';
import { firstHit } from '../geometry/clearance.ts';
import { contactsOf, hangTogether } from './contacts.ts';

/** Bodies that come in together, the way they travel in, and how far they come. */
export interface PlannedStep {
  nodes: string[];
  direction: [number, number, number];
  distance: number;
}

export interface Plan {
  /** In the order of building. */
  steps: PlannedStep[];
  /** Bodies that no straight pull frees, alone or in touching pairs: the author must place these. */
  stuck: string[];
  /** Pairs that pass through one another in the plan, as no straight way is free; empty unless `force` is set. */
  forced: [string, string][];
}

export interface PlanOptions {
  /** May these two be in one another by design, as a plug in its socket is? They do not block one another. */
  mayOverlap?: (a: string, b: string) => boolean;
  /** Where nothing comes free, pulls what is held least all the same, and says through what. */
  force?: boolean;
  /** Milliseconds after which no more ways are tried: what is left then is pulled as `force` says. */
  within?: number;
}

/**
 * Assembly by disassembly (Ghandi and Masehian's survey, 2015, calls it the geometric feasibility approach): pull the
 * finished product apart, always taking the piece that comes off most naturally, and build in the reverse order.
 * Straight pulls along 26 directions only. `mayOverlap` answers for pairs that are in one another by design, such as a
 * plug in its socket: these do not block one another.
 */
export function planAssembly(
  bodies: Body[],
  { mayOverlap = () => false, force = false, within = Number.POSITIVE_INFINITY }: PlanOptions = {},
): Plan {
  const deadline = performance.now() + within;
  const contacts = contactsOf(bodies);
  const forced: [string, string][] = [];
  const passes = new Set<string>();
  const scene: Scene = {
    contacts,
    reach: sizeOf(bodies),
    mayOverlap: (a, b) => passes.has(`${a}\n${b}`) || mayOverlap(a, b),
    blockers: new Map(),
  };
  const removed: PlannedStep[] = [];
  let left = bodies;
  while (left.length > 1) {
    let pull = performance.now() < deadline ? bestPull(left, scene) : undefined;
    if (!pull) {
      if (!force) return { steps: [], stuck: left.map((body) => body.node), forced: [] };
      const pulled = leastHeld(left, scene, performance.now() < deadline);
      for (const [a, b] of pulled.through) {
        forced.push([a, b]);
        passes.add(`${a}\n${b}`).add(`${b}\n${a}`);
      }
      ({ pull } = pulled);
    }
    removed.push(pull);
    left = left.filter((body) => !pull.nodes.includes(body.node));
  }
  const base = left.map(
    (body): PlannedStep => ({ nodes: [body.node], direction: [0, -1, 0], distance: 0.3 }),
  );
  return { steps: [...base, ...removed.reverse()], stuck: [], forced };
}

/** The body that fewest others hold along its best axis, and those others. Without `look` no way is tried: the highest comes off. */
function leastHeld(
  left: Body[],
  scene: Scene,
  look: boolean,
): { pull: PlannedStep; through: [string, string][] } {
  const pulls = left
    .toSorted((a, b) => b.box.max.y - a.box.max.y || volume(a) - volume(b))
    .slice(0, look ? left.length : 1)
    .flatMap((body) => {
      const rest = left.filter((other) => other !== body);
      return directions
        .slice(0, look ? 6 : 1)
        .map(({ way }) => ({ body, way, held: rest.filter((other) => !free([body], [other], way, scene)) }));
    });
  const [first, ...others] = pulls;
  if (!first) throw new RangeError('There is nothing left to pull.');
  const { body, way, held } = others.reduce(
    (least, pull) => (pull.held.length < least.held.length ? pull : least),
    first,
  );
  return {
    pull: { nodes: [body.node], direction: [-way.x || 0, -way.y || 0, -way.z || 0], distance: 0.3 },
    through: held.map((other) => [body.node, other.node]),
  };
}

interface Scene {
  contacts: Map<string, Set<string>>;
  /** Farther than this from its place a body is clear of everything. */
  reach: number;
  mayOverlap: (a: string, b: string) => boolean;
  /** What was found in the way of a pull: it stays in the way for as long as it is there. */
  blockers: Map<string, string>;
}

/** Lower is taken off sooner: pulls along an axis before slanted ones, up before sideways. */
const directions = [-1, 0, 1]
  .flatMap((x) => [-1, 0, 1].flatMap((y) => [-1, 0, 1].map((z) => new Vector3(x, y, z))))
  .filter((way) => way.lengthSq() > 0)
  .map((way) => ({ way: way.clone().normalize(), cost: costOf(way) }))
  .sort((a, b) => a.cost - b.cost);

function costOf(way: Vector3): number {
  const slant = way.manhattanLength() - 1;
  const lift = way.y > 0 ? 0 : way.y === 0 ? 1 : 4;
  return slant * 8 + lift;
}

/** The most natural pull that is free. Scores are cheap and collisions are not, so pulls are tried best first. */
function bestPull(left: Body[], scene: Scene): PlannedStep | undefined {
  const { contacts, reach } = scene;
  const largest = Math.max(...left.map(volume));
  const pulls = [...groupsOf(left, contacts)].flatMap((group) => {
    const rest = left.filter((body) => !group.includes(body));
    const size = Math.cbrt(Math.max(...group.map(volume)) / largest);
    const loose = hangTogether(
      rest.map((body) => body.node),
      contacts,
    )
      ? 0
      : 20;
    const height = (Math.max(...group.map((body) => body.box.max.y)) / reach) * 0.5;
    const touching = rest.filter((other) => group.some((body) => contacts.get(body.node)?.has(other.node)));
    // What many pieces hold on to is where an assembly begins, so it comes off late.
    const hub = touching.length / (left.length - 1);
    return directions.map(({ way, cost }) => {
      const slides = group.flatMap((body) => touching.map((other) => slideOf(body, other, way)));
      const slide = Math.max(0, ...slides) / reach;
      const score = cost + slide * 20 + size * 20 + hub * 10 + loose - height + (group.length - 1) * 40;
      return { group, rest, way, score };
    });
  });
  const best = pulls
    .sort((a, b) => a.score - b.score)
    .find(({ group, rest, way }) => free(group, rest, way, scene));
  return (
    best && {
      nodes: best.group.map((body) => body.node),
      direction: [-best.way.x || 0, -best.way.y || 0, -best.way.z || 0],
      distance: 0.3,
    }
  );
}

/** Single bodies first; touching pairs where two can only leave together. */
function* groupsOf(left: Body[], contacts: Map<string, Set<string>>): Generator<Body[]> {
  for (const body of left) yield [body];
  for (const [i, a] of left.entries()) {
    for (const b of left.slice(i + 1)) {
      if (left.length > 2 && contacts.get(a.node)?.has(b.node)) yield [a, b];
    }
  }
}

const start = new Vector3();
const end = new Vector3();

function free(group: Body[], rest: Body[], way: Vector3, scene: Scene): boolean {
  end.copy(way).multiplyScalar(scene.reach);
  const pull = `${group.map((body) => body.node).join('\n')}\n${way.toArray().join()}`;
  const known = scene.blockers.get(pull);
  if (known !== undefined && rest.some((body) => body.node === known)) return false;
  for (const body of group) {
    const others = rest.filter((other) => !scene.mayOverlap(body.node, other.node));
    const hit = firstHit(body, others, start.set(0, 0, 0), end);
    if (!hit) continue;
    scene.blockers.set(pull, hit.node);
    return false;
  }
  return true;
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

const volume = (body: Body): number => {
  const size = body.box.getSize(new Vector3());
  return size.x * size.y * size.z;
};

/** Farther than this from its place a body is clear of everything. */
function sizeOf(bodies: Body[]): number {
  const box = bodies.reduce((whole, body) => whole.union(body.box), new Box3());
  return box.getSize(new Vector3()).length();
}
