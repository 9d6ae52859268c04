import type { Guide } from '#protocol/guide';
import { jointTest } from '../guides/check/motion.ts';
import { bodiesOf, readModel } from '../guides/geometry/bodies.ts';
import { type Agreement, agreementOf } from '../guides/plan/agreement.ts';
import { planAssembly } from '../guides/plan/disassemble.ts';

export interface PlanFigures {
  slug: string;
  seconds: number;
  /** Undefined where no straight pull takes the product apart. */
  agreement: Agreement | undefined;
}

/** Plans the order of a guide's model without the guide, and compares. */
export async function measurePlan(guide: Guide, model: Uint8Array): Promise<PlanFigures> {
  const bodies = bodiesOf(await readModel(model));
  const begun = performance.now();
  const { steps, stuck } = planAssembly(bodies, { mayOverlap: jointTest(guide) });
  const seconds = (performance.now() - begun) / 1000;
  return {
    slug: guide.slug,
    seconds,
    agreement: stuck.length > 0 ? undefined : agreementOf(steps, guide, bodies),
  };
}

/** Shares over all guides together: every pair and every piece counts once. */
export function overall(plans: readonly PlanFigures[]): { order: number; direction: number } {
  const known = plans.flatMap(({ agreement }) => agreement ?? []);
  const total = (of: (agreement: Agreement) => number) =>
    known.reduce((sum, agreement) => sum + of(agreement), 0);
  return {
    order: total(({ order, pairs }) => order * pairs) / total(({ pairs }) => pairs),
    direction: total(({ direction, pieces }) => direction * pieces) / total(({ pieces }) => pieces),
  };
}
