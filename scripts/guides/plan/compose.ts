import { Box3, Quaternion, Vector3 } from 'three';
import type { Rotation } from '#protocol/guide';
import type { Body } from '../geometry/bodies.ts';
import { lying } from '../product.ts';
import type { Blocking } from './blocking.ts';
import { kindsOf, type PlannedStep } from './disassemble.ts';

/** What comes in together, and how the product lies meanwhile: upright where no posture is said. */
export interface BuildStep {
  arrivals: PlannedStep[];
  posture?: Rotation;
}

export interface ComposeOptions {
  contacts: ReadonlyMap<string, ReadonlySet<string>>;
  blocking: Blocking;
}

/**
 * A planned order as somebody would build it: equal pieces in one step, and the product laid so that what comes in is set
 * down on it, with as few turns as that takes.
 */
export function composeSteps(
  plan: readonly PlannedStep[],
  bodies: readonly Body[],
  options: ComposeOptions,
): BuildStep[] {
  return layDown(joinTwins(plan, bodies, options), bodies);
}

/** Pulls each later step of equal pieces forward to the first, where it has something to stand on and is in nobody's way. */
function joinTwins(
  plan: readonly PlannedStep[],
  bodies: readonly Body[],
  { contacts, blocking }: ComposeOptions,
): PlannedStep[][] {
  const byNode = new Map(bodies.map((body) => [body.node, body]));
  const kinds = kindsOf(bodies);
  const kind = ({ nodes }: PlannedStep) =>
    nodes
      .map((node) => kinds.get(node) ?? -1)
      .sort((a, b) => a - b)
      .join();
  const touches = (nodes: readonly string[], others: ReadonlySet<string>) =>
    nodes.some((node) => [...(contacts.get(node) ?? [])].some((other) => others.has(other)));
  const blocks = (waiting: PlannedStep, early: PlannedStep) => {
    const way = new Vector3(...waiting.direction).negate();
    const ahead = early.nodes.flatMap((node) => byNode.get(node) ?? []);
    return waiting.nodes
      .flatMap((node) => byNode.get(node) ?? [])
      .some((body) => ahead.some((other) => blocking.isBlocked(body, other, way)));
  };
  const left = [...plan];
  const steps: PlannedStep[][] = [];
  const placed = new Set<string>();
  for (let first = left.shift(); first; first = left.shift()) {
    const step = [first];
    const members = new Set(first.nodes);
    // The first step of all is what everything else stands on.
    for (let i = 0; steps.length > 0 && i < left.length; i++) {
      const twin = left[i];
      if (!twin || kind(twin) !== kind(first) || !isMirrored(first, twin)) continue;
      const fits =
        touches(twin.nodes, placed) &&
        !touches(twin.nodes, members) &&
        left.slice(0, i).every((waiting) => !blocks(waiting, twin));
      if (!fits) continue;
      step.push(twin);
      for (const node of twin.nodes) members.add(node);
      left.splice(i, 1);
      i -= 1;
    }
    for (const node of members) placed.add(node);
    steps.push(step);
  }
  return steps;
}

/** Do two steps come the same way, or mirrored from left to right or front to back? */
function isMirrored(a: PlannedStep, b: PlannedStep): boolean {
  const [x, y, z] = b.direction;
  const way = new Vector3(...a.direction);
  return [1, -1].some((left) => [1, -1].some((front) => way.dot(new Vector3(x * left, y, z * front)) > 0.97));
}

const postures: readonly (Rotation | undefined)[] = [undefined, ...Object.values(lying)];
/** What things cost somebody at work; setting a piece down costs nothing. */
const effort = {
  /** To hold a piece that comes in from the side. */
  sideways: 1.2,
  /** To hold one up from below. */
  fromBelow: 6,
  /** To turn over what is built so far: a little of it, and more for all of it. */
  turn: 2.5,
  turnWhole: 3,
  /** To begin on a board that stands on its edge. */
  unsteady: 3,
};

/** The cheapest row of postures, step by step, that ends upright. */
function layDown(steps: readonly PlannedStep[][], bodies: readonly Body[]): BuildStep[] {
  const turned = postures.map((posture) => new Quaternion(...(posture ?? [0, 0, 0, 1])));
  const costs = steps.map((step, i) =>
    turned.map((turn) =>
      i === 0 ? startEffort(step, bodies, turn) : step.reduce((sum, one) => sum + effortOf(one, turn), 0),
    ),
  );
  const heavy = weightsUpTo(steps, bodies);
  let best = postures.map((_, at) => ({ cost: costs[0]?.[at] ?? 0, path: [at] }));
  for (const [i, row] of costs.slice(1).entries()) {
    const turning = effort.turn + effort.turnWhole * (heavy[i] ?? 0);
    best = row.map((cost, at) => {
      const from = best
        .map(({ cost: before, path }) => ({ path, cost: before + (path.at(-1) === at ? 0 : turning) }))
        .reduce((least, one) => (one.cost < least.cost ? one : least));
      return { cost: from.cost + cost, path: [...from.path, at] };
    });
  }
  const [last] = best
    .map(({ cost, path }) => ({
      path,
      cost: cost + (path.at(-1) === 0 ? 0 : effort.turn + effort.turnWhole),
    }))
    .sort((a, b) => a.cost - b.cost);
  return steps.map((arrivals, i): BuildStep => {
    const at = last?.path[i] ?? 0;
    const posture = postures[at];
    const turn = turned[at];
    const laid = i === 0 && turn ? arrivals.map((step) => ({ ...step, direction: downOf(turn) })) : arrivals;
    return { arrivals: laid, ...(posture && { posture }) };
  });
}

/** After each step, the share of the product that is there, by the room of its boxes. */
function weightsUpTo(steps: readonly PlannedStep[][], bodies: readonly Body[]): number[] {
  const room = ({ box }: Body) =>
    box
      .getSize(new Vector3())
      .toArray()
      .reduce((product, length) => product * length, 1);
  const rooms = new Map(bodies.map((body) => [body.node, room(body)]));
  const total = [...rooms.values()].reduce((sum, one) => sum + one, 0) || 1;
  let there = 0;
  return steps.map((step) => {
    for (const node of step.flatMap(({ nodes }) => nodes)) there += rooms.get(node) ?? 0;
    return there / total;
  });
}

function effortOf({ direction }: PlannedStep, turn: Quaternion): number {
  const { y } = new Vector3(...direction).applyQuaternion(turn);
  return effort.sideways * (1 + Math.min(0, y)) + (effort.fromBelow - effort.sideways) * Math.max(0, y);
}

/** How the first piece lies: a board on its edge falls over. */
function startEffort(step: readonly PlannedStep[], bodies: readonly Body[], turn: Quaternion): number {
  const nodes = step.flatMap(({ nodes }) => nodes);
  const box = bodies
    .filter(({ node }) => nodes.includes(node))
    .reduce((all, body) => all.union(body.box), new Box3());
  const [x, y, z] = box.getSize(new Vector3()).applyQuaternion(turn).toArray().map(Math.abs) as [
    number,
    number,
    number,
  ];
  return y > 3 * Math.min(x, z) ? effort.unsteady : 0;
}

/** The way down as the product's own axes have it while it lies so. */
function downOf(turn: Quaternion): [number, number, number] {
  const { x, y, z } = new Vector3(0, -1, 0).applyQuaternion(turn.clone().invert());
  const [a, b, c] = [x, y, z].map((value) => Math.round(value * 1e6) / 1e6 || 0) as [number, number, number];
  return [a, b, c];
}
