import { describe, expect, it } from 'vitest';
import { bodiesOf } from '../geometry/bodies.ts';
import { modelDocument, type Piece } from '../model-file.ts';
import { lying } from '../product.ts';
import { fenwickBookcase } from '../products/fenwick-bookcase/index.ts';
import { board } from '../solid.ts';
import { agreementOf } from './agreement.ts';
import type { PlannedStep } from './disassemble.ts';

const block = board(0.1, 0.1, 0.1);
const stack: Piece[] = ['low', 'middle', 'high'].map((node, i) => ({
  node,
  solid: block,
  material: 'oak',
  at: [0, 0.05 + i * 0.1, 0],
}));
const bodies = bodiesOf(modelDocument('stack', stack));
const step = (node: string, direction: PlannedStep['direction'] = [0, -1, 0]): PlannedStep => ({
  nodes: [node],
  direction,
  distance: 0.3,
});
const { guide: bookcase } = fenwickBookcase;
const [template] = bookcase.steps;
if (!template) throw new Error('The bookcase has no steps.');
/** A guide that places each group of pieces in a step of its own. */
const guideOf = (...steps: PlannedStep[][]) => ({
  ...bookcase,
  steps: steps.map((arrivals) => ({ ...template, arrivals, moves: [] })),
});
const built = guideOf([step('low')], [step('middle')], [step('high')]);

describe('how far a plan agrees with a guide', () => {
  it('is all of it for the same order and the same ways in', () => {
    const plan = [step('low'), step('middle'), step('high')];
    expect(agreementOf(plan, built, bodies)).toEqual({ order: 1, direction: 1, pairs: 2, pieces: 3 });
  });

  it('counts pairs in contact only: low and high do not care which is first', () => {
    const plan = [step('middle'), step('high'), step('low')];
    expect(agreementOf(plan, built, bodies)).toMatchObject({ order: 0.5, pairs: 2 });
  });

  it('leaves out pairs that the guide brings in within one step', () => {
    const plan = [step('middle'), step('low'), step('high')];
    const guide = guideOf([step('low'), step('middle')], [step('high')]);
    expect(agreementOf(plan, guide, bodies)).toMatchObject({ order: 1, pairs: 1 });
  });

  it('takes ways within 10 degrees for the same, and none beyond', () => {
    const tilted = (degrees: number) => {
      const angle = (degrees * Math.PI) / 180;
      return step('high', [Math.sin(angle), -Math.cos(angle), 0]);
    };
    const shareWith = (last: PlannedStep) =>
      agreementOf([step('low'), step('middle'), last], built, bodies).direction;
    expect(shareWith(tilted(8))).toBe(1);
    expect(shareWith(tilted(12))).toBeCloseTo(2 / 3);
  });

  it('reads the way in of what lies aside as the finished product sees it', () => {
    const aside = { offset: [0, 0, 0.5] as [number, number, number], turn: lying.onFront };
    const guide = guideOf([step('low')], [step('middle')], [{ ...step('high'), aside } as PlannedStep]);
    const plan = [step('low'), step('middle'), step('high', [0, 0, 1])];
    expect(agreementOf(plan, guide, bodies).direction).toBe(1);
  });
});
