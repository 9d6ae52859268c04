import { Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { bodiesOf } from '../geometry/bodies.ts';
import { modelDocument, type Piece } from '../model-file.ts';
import { lying } from '../product.ts';
import { board, rod, type Solid } from '../solid.ts';
import { Blocking, groupsAlong } from './blocking.ts';
import { composeSteps } from './compose.ts';
import { facesBetween } from './contacts.ts';
import { planAssembly } from './disassemble.ts';

const piece = (node: string, solid: Solid, at: Piece['at']): Piece => ({ node, solid, at, material: 'oak' });
const bodiesFrom = (...pieces: Piece[]) => bodiesOf(modelDocument('test', pieces));
const up = new Vector3(0, 1, 0);

describe('faces that meet', () => {
  const [low, high, apart] = bodiesFrom(
    piece('low', board(0.2, 0.1, 0.2, 0), [0, 0.05, 0]),
    piece('high', board(0.1, 0.1, 0.1, 0), [0, 0.15, 0]),
    piece('apart', board(0.1, 0.1, 0.1, 0), [0.1515, 0.05, 0]),
  );
  if (!low || !high || !apart) throw new Error('There are three bodies.');

  it('face from the first body to the second, over about the area that they share', () => {
    const [face, ...others] = facesBetween(low, high, 0.001, false);
    expect(others).toEqual([]);
    expect(face?.direction.toArray()).toEqual([0, 1, 0]);
    expect(face?.area).toBeCloseTo(0.01, 3);
  });

  it('hold nothing across more air than is asked for', () => {
    expect(facesBetween(low, apart, 0.001, false)).toEqual([]);
    expect(facesBetween(low, apart, 0.002, false)).toHaveLength(1);
  });
});

describe('what is in the way', () => {
  it('is what a body would pass through, and of a joint what lies before its inner part', () => {
    const pieces = [
      piece('block', board(0.2, 0.1, 0.2, 0), [0, 0.05, 0]),
      piece('peg', board(0.02, 0.12, 0.02, 0), [0, 0.09, 0]),
      piece('lid', board(0.2, 0.02, 0.2, 0), [0, 0.2, 0]),
    ];
    const [block, peg, lid] = bodiesFrom(...pieces);
    if (!block || !peg || !lid) throw new Error('There are three bodies.');
    const blocking = new Blocking(1, (a, b) => a !== 'lid' && b !== 'lid');
    expect(blocking.isBlocked(peg, lid, up)).toBe(true);
    expect(blocking.isBlocked(peg, block, up)).toBe(false);
    expect(blocking.isBlocked(peg, block, new Vector3(1, 0, 0))).toBe(true);
    expect(blocking.isBlocked(peg, block, new Vector3(0, -1, 0))).toBe(true);
  });

  it('holds bodies together that leave only as one', () => {
    const flange = (y: number) => rod(0.06, 0.01, 'y').translate([0, y, 0]);
    const bodies = bodiesFrom(
      piece('floor', board(0.4, 0.02, 0.4, 0), [0, -0.01, 0]),
      piece('ring', board(0.1, 0.02, 0.1).subtract(rod(0.03, 0.1, 'y')), [0, 0.06, 0]),
      piece('reel', rod(0.025, 0.1, 'y').add(flange(0.045)).add(flange(-0.045)), [0, 0.06, 0]),
    );
    const [group] = groupsAlong(bodies, up, new Blocking(1, () => false));
    expect(group?.map(({ node }) => node).sort()).toEqual(['reel', 'ring']);
  });
});

describe('steps as somebody would build them', () => {
  const plan = (...pieces: Piece[]) => {
    const bodies = bodiesFrom(...pieces);
    const { steps, ...found } = planAssembly(bodies);
    return composeSteps(steps, bodies, found);
  };
  const legs = [-0.5, 0.5].flatMap((x) =>
    [-0.3, 0.3].map((z) => piece(`leg ${x} ${z}`, board(0.06, 0.7, 0.06), [x, 0.35, z])),
  );

  it('builds a table upside down, its four legs in one step', () => {
    const steps = plan(piece('top', board(1.2, 0.03, 0.8), [0, 0.715, 0]), ...legs);
    expect(steps).toHaveLength(2);
    expect(steps.map(({ posture }) => posture)).toEqual([lying.upsideDown, lying.upsideDown]);
    expect(steps[0]?.arrivals).toMatchObject([{ nodes: ['top'], direction: [0, 1, 0] }]);
    expect(steps[1]?.arrivals.map(({ direction }) => direction)).toEqual(Array(4).fill([0, 1, 0]));
  });

  it('never puts equal pieces that stand on one another into one step', () => {
    const storey = board(0.3, 0.2, 0.3);
    const steps = plan(...[0, 1, 2].map((i) => piece(`storey ${i}`, storey, [0, 0.1 + i * 0.2, 0])));
    expect(steps.map(({ arrivals }) => arrivals.length)).toEqual([1, 1, 1]);
  });

  it('closes a frame over what it clamps: the boards before the second side', () => {
    const steps = plan(
      piece('side-left', board(0.02, 0.8, 0.3, 0), [-0.3, 0.4, 0]),
      piece('side-right', board(0.02, 0.8, 0.3, 0), [0.3, 0.4, 0]),
      piece('low', board(0.58, 0.02, 0.3, 0), [0, 0.1, 0]),
      piece('high', board(0.58, 0.02, 0.3, 0), [0, 0.7, 0]),
    );
    const order = steps.map(({ arrivals }) => arrivals.flatMap(({ nodes }) => nodes).sort());
    expect(order).toEqual([['side-left'], ['high', 'low'], ['side-right']]);
  });
});

it('gives the best plan so far when its time is over, every piece in it once', () => {
  const pieces = Array.from({ length: 30 }, (_, i) =>
    piece(`block ${i}`, board(0.1, 0.1, 0.1), [(i % 6) * 0.1, 0.05 + Math.floor(i / 6) * 0.1, 0]),
  );
  const bodies = bodiesFrom(...pieces);
  const { steps, stuck } = planAssembly(bodies, { force: true, within: 0 });
  expect(stuck).toEqual([]);
  expect(steps.flatMap(({ nodes }) => nodes).sort()).toEqual(bodies.map(({ node }) => node).sort());
});
