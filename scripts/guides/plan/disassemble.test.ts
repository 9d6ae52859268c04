import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { fromRoot } from '../../../server/paths.ts';
import { bodiesOf, readModel } from '../geometry/bodies.ts';
import { modelDocument, type Piece } from '../model-file.ts';
import { board, drilled, rod } from '../solid.ts';
import { planAssembly } from './disassemble.ts';

const planOf = (pieces: Piece[]) => planAssembly(bodiesOf(modelDocument('test', pieces)));

describe('an order by disassembly', () => {
  it('puts a peg in after the block that it goes into, from the side that is open', () => {
    const block = drilled(board(0.2, 0.1, 0.1), 0.021, 0.12, 'y', [[0, 0.05, 0]]);
    const plan = planOf([
      { node: 'peg', solid: rod(0.018, 0.06, 'y'), material: 'beech', at: [0, 0.08, 0] },
      { node: 'block', solid: block, material: 'oak', at: [0, 0.05, 0] },
    ]);
    expect(plan.steps).toMatchObject([{ nodes: ['block'] }, { nodes: ['peg'], direction: [0, -1, 0] }]);
  });

  it('says which pieces no straight pull frees', () => {
    const ring = drilled(board(0.1, 0.02, 0.1), 0.03, 0.1, 'y', [[0, 0, 0]]);
    const reel = rod(0.025, 0.1, 'y')
      .add(rod(0.06, 0.01, 'y').translate([0, 0.05, 0]))
      .add(rod(0.06, 0.01, 'y').translate([0, -0.05, 0]));
    const plan = planOf([
      { node: 'ring', solid: ring, material: 'oak', at: [0, 0.06, 0] },
      { node: 'reel', solid: reel, material: 'beech', at: [0, 0.06, 0] },
    ]);
    expect(plan).toMatchObject({ steps: [], stuck: ['ring', 'reel'], forced: [] });
  });

  it('lets a plug out of the socket that it is meant to be in', () => {
    const pieces: Piece[] = [
      { node: 'plug', solid: board(0.02, 0.02, 0.06), material: 'black-plastic', at: [0, 0.05, 0.07] },
      { node: 'socket', solid: board(0.2, 0.1, 0.1), material: 'white-plastic', at: [0, 0.05, 0] },
    ];
    expect(planOf(pieces).stuck).toEqual(['plug', 'socket']);
    const plan = planAssembly(bodiesOf(modelDocument('test', pieces)), { mayOverlap: () => true });
    expect(plan.steps.map(({ nodes }) => nodes)).toEqual([['socket'], ['plug']]);
  });

  it('builds the bookcase from its frame outwards, the bottom board against a side, the bracket last', async () => {
    const model = await readModel(
      await readFile(fromRoot('assets', 'guides', 'fenwick-bookcase', 'model.glb')),
    );
    const { steps, stuck } = planAssembly(bodiesOf(model));
    const order = steps.flatMap((step) => step.nodes);
    expect(stuck).toEqual([]);
    expect(order).toHaveLength(13);
    expect(order.at(-1)).toBe('wall-bracket');
    expect(order[0]).toBe('side-left');
    expect(order.indexOf('board-bottom')).toBeLessThan(order.indexOf('side-right'));
    expect(steps.find((step) => step.nodes.includes('board-bottom'))?.direction).toEqual([-1, 0, 0]);
  });
});
