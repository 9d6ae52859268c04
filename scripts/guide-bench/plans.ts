import { Box3, Quaternion, Vector3 } from 'three';
import type { Guide } from '#protocol/guide';
import { jointTest } from '../guides/check/motion.ts';
import { type Body, bodiesOf, readModel } from '../guides/geometry/bodies.ts';
import { modelDocument } from '../guides/model-file.ts';
import { type Agreement, agreementOf, type BuiltBySteps } from '../guides/plan/agreement.ts';
import { type BuildStep, composeSteps } from '../guides/plan/compose.ts';
import { planAssembly } from '../guides/plan/disassemble.ts';
import { type PlanSet, planSets } from './plan-sets.ts';

export interface PlanFigures {
  slug: string;
  seconds: number;
  agreement: Agreement;
  /** What was planned. */
  steps: BuildStep[];
  /** Steps whose pieces touch nothing that is there. */
  floating: number;
  /** Steps after which what is built would fall over as it lies. */
  unstable: number;
  /** Times that it is turned over. */
  turns: number;
  /** Pairs that pass through one another. */
  forced: number;
}

/** Plans the order of a guide's model without the guide, and compares. */
export async function measurePlan(guide: Guide, model: Uint8Array): Promise<PlanFigures> {
  return measure(guide.slug, bodiesOf(await readModel(model)), guide, jointTest(guide));
}

/** The same for products of known order. */
export const measureSets = (): PlanFigures[] => planSets.map(measureSet);

function measureSet({ name, pieces, steps }: PlanSet): PlanFigures {
  const known = { steps: steps.map((arrivals) => ({ arrivals })) };
  return measure(name, bodiesOf(modelDocument(name, pieces)), known, () => false);
}

function measure(
  slug: string,
  bodies: Body[],
  known: BuiltBySteps,
  mayOverlap: (a: string, b: string) => boolean,
): PlanFigures {
  const begun = performance.now();
  const plan = planAssembly(bodies, { mayOverlap, force: true });
  const steps = composeSteps(plan.steps, bodies, plan);
  const seconds = (performance.now() - begun) / 1000;
  return {
    slug,
    seconds,
    agreement: agreementOf(
      steps.flatMap(({ arrivals }) => arrivals),
      known,
      bodies,
    ),
    steps,
    ...soundnessOf(steps, bodies, plan.contacts),
    forced: plan.forced.length,
  };
}

function soundnessOf(
  steps: readonly BuildStep[],
  bodies: readonly Body[],
  contacts: ReadonlyMap<string, ReadonlySet<string>>,
): Pick<PlanFigures, 'floating' | 'unstable' | 'turns'> {
  const byNode = new Map(bodies.map((body) => [body.node, body]));
  const placed = new Set<string>();
  let [floating, unstable, turns] = [0, 0, 0];
  let before = steps[0]?.posture;
  for (const { arrivals, posture } of steps) {
    const isFirst = placed.size === 0;
    for (const { nodes } of arrivals) {
      const touches = nodes.some((node) =>
        [...(contacts.get(node) ?? [])].some((other) => placed.has(other)),
      );
      if (!isFirst && !touches) floating += 1;
      for (const node of nodes) placed.add(node);
    }
    if (posture?.join() !== before?.join()) turns += 1;
    before = posture;
    const built = [...placed].flatMap((node) => byNode.get(node) ?? []);
    if (!stands(built, new Quaternion(...(posture ?? [0, 0, 0, 1])))) unstable += 1;
  }
  return { floating, unstable, turns: turns + (before ? 1 : 0) };
}

/** How even a floor is, in metres: what is no higher stands on it. */
const even = 0.005;

/** Is the middle of its boxes, weighed by their room, above the rectangle that it stands on? */
function stands(built: readonly Body[], turn: Quaternion): boolean {
  const boxes = built.map(({ geometry }) => {
    const position = geometry.getAttribute('position');
    const box = new Box3();
    const point = new Vector3();
    for (let i = 0; i < position.count; i++)
      box.expandByPoint(point.fromBufferAttribute(position, i).applyQuaternion(turn));
    return box;
  });
  const floor = Math.min(...boxes.map(({ min }) => min.y));
  const support = boxes
    .filter(({ min }) => min.y < floor + even)
    .reduce((all, box) => all.union(box), new Box3());
  const middle = new Vector3();
  let weight = 0;
  for (const box of boxes) {
    const { x, y, z } = box.getSize(new Vector3());
    middle.addScaledVector(box.getCenter(new Vector3()), x * y * z);
    weight += x * y * z;
  }
  middle.divideScalar(weight || 1);
  return (
    middle.x >= support.min.x &&
    middle.x <= support.max.x &&
    middle.z >= support.min.z &&
    middle.z <= support.max.z
  );
}

/** Shares over all plans together: every pair and every piece counts once. */
export function overall(plans: readonly PlanFigures[]): { order: number; direction: number } {
  const known = plans.map(({ agreement }) => agreement);
  const total = (of: (agreement: Agreement) => number) =>
    known.reduce((sum, agreement) => sum + of(agreement), 0);
  return {
    order: total(({ order, pairs }) => order * pairs) / total(({ pairs }) => pairs),
    direction: total(({ direction, pieces }) => direction * pieces) / total(({ pieces }) => pieces),
  };
}
