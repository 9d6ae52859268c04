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
}

/**
 * Assembly by disassembly (Ghandi and Masehian's survey, 2015, calls it the geometric feasibility approach): pull the
 * finished product apart, always taking the piece that comes off most naturally, and build in the reverse order.
 * Straight pulls along 26 directions only.
 */
export function planAssembly(bodies: Body[]): Plan {
  const contacts = contactsOf(bodies);
  const reach = sizeOf(bodies);
  const removed: PlannedStep[] = [];
  let left = bodies;
  while (left.length > 1) {
    const pull = bestPull(left, contacts, reach);
    if (!pull) return { steps: [], stuck: left.map((body) => body.node) };
    removed.push(pull);
    left = left.filter((body) => !pull.nodes.includes(body.node));
  }
  const base = left.map(
    (body): PlannedStep => ({ nodes: [body.node], direction: [0, -1, 0], distance: 0.3 }),
  );
  return { steps: [...base, ...removed.reverse()], stuck: [] };
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

function bestPull(left: Body[], contacts: Map<string, Set<string>>, reach: number): PlannedStep | undefined {
  const largest = Math.max(...left.map(volume));
  let best: { score: number; step: PlannedStep } | undefined;
  for (const group of groupsOf(left, contacts)) {
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
    for (const { way, cost } of directions) {
      const slide = Math.max(
        0,
        ...group.flatMap((body) => touching.map((other) => slideOf(body, other, way))),
      );
      const score = cost + (slide / reach) * 20 + size * 3 + loose - height + (group.length - 1) * 40;
      if (best && score >= best.score) continue;
      if (!free(group, rest, way, reach)) continue;
      best = {
        score,
        step: {
          nodes: group.map((body) => body.node),
          direction: [-way.x || 0, -way.y || 0, -way.z || 0],
          distance: 0.3,
        },
      };
    }
  }
  return best?.step;
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

function free(group: Body[], rest: Body[], way: Vector3, reach: number): boolean {
  end.copy(way).multiplyScalar(reach);
  return group.every((body) => !firstHit(body, rest, start.set(0, 0, 0), end));
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
