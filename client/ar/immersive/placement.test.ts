import { Box3, Matrix4, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { fits, Placement } from './placement.ts';

const floor = new Matrix4().makeTranslation(0.5, 0.01, -1);
const tableTop = new Matrix4().makeTranslation(0.5, 0.74, -1);
const underside = new Matrix4().makeRotationX(Math.PI).setPosition(0, 0.7, -1);
const wall = new Matrix4().makeRotationX(Math.PI / 2).setPosition(0, 1.2, -2);
const inFront = new Vector3(0.5, 1.6, 2);
const desk = new Box3(new Vector3(-0.7, 0, -0.3), new Vector3(0.7, 0.75, 0.3));
const television = new Box3(new Vector3(-0.6, -0.9, 0), new Vector3(0.6, 0.4, 0.1));
const round = (value: number) => Math.round(value * 100) / 100 || 0;
const at = (placement: Placement) => {
  placement.spot.updateMatrixWorld(true);
  return placement.stand.getWorldPosition(new Vector3()).toArray().map(round);
};

describe('where a product fits', () => {
  it('furniture stands on the floor, not on a table, an underside or a wall', () => {
    expect([floor, tableTop, underside, wall].map((pose) => fits(pose, 'floor', false))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('at a quarter of its size it stands on a table too', () => {
    expect([floor, tableTop, underside, wall].map((pose) => fits(pose, 'floor', true))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('what hangs on a wall takes only walls', () => {
    expect([floor, tableTop, wall].map((pose) => fits(pose, 'wall', false))).toEqual([false, false, true]);
  });
});

describe('a placed product', () => {
  const placed = (mode: 'beside' | 'over' = 'over') => {
    const placement = new Placement(desk, 'floor');
    placement.setMode(mode);
    placement.put(floor, inFront);
    return placement;
  };

  it('stands where the person aimed, in either mode', () => {
    expect(at(placed('beside'))).toEqual([0.5, 0.01, -1]);
    expect(at(placed('over'))).toEqual([0.5, 0.01, -1]);
  });

  it('stands beside the spot, clear of the real thing, or moves right over it', () => {
    const placement = placed('beside');
    expect(round(placement.spot.position.x)).toBe(-1.15);
    placement.resize(0.25);
    expect(at(placement)).toEqual([-0.74, 0.01, -1]);
    placement.setMode('over');
    expect(at(placement)).toEqual([-1.15, 0.01, -1]);
  });

  it('turns its front to the viewer', () => {
    const placement = placed();
    placement.put(floor, new Vector3(3, 1.6, -1));
    expect(placement.spot.rotation.y).toBeCloseTo(Math.PI / 2);
  });

  it('stays turned and nudged while the anchor moves', () => {
    const placement = placed();
    placement.nudge(0.1, 0, inFront);
    placement.turn(90);
    placement.follow(new Matrix4().makeTranslation(0.52, 0, -1.01));
    expect(at(placement)).toEqual([0.62, 0, -1.01]);
    expect(placement.stand.rotation.y).toBeCloseTo(Math.PI / 2);
  });

  it('goes right and nearer as the viewer sees it, from wherever they stand', () => {
    const behind = new Vector3(0.5, 1.6, -4);
    const onTheRight = new Vector3(4, 1.6, -1);
    const placement = placed();
    placement.nudge(0.1, 0.2, behind);
    expect(at(placement)).toEqual([0.4, 0.01, -1.2]);
    placement.nudge(-0.1, -0.2, behind);
    placement.nudge(0.1, 0.2, onTheRight);
    expect(at(placement)).toEqual([0.7, 0.01, -1.1]);
  });

  it('forgets nudges when it is put somewhere else', () => {
    const placement = placed();
    placement.nudge(1, 1, inFront);
    placement.put(floor, inFront);
    expect(at(placement)).toEqual([0.5, 0.01, -1]);
  });
});

describe('what hangs on a wall', () => {
  const hung = () => {
    const placement = new Placement(television, 'wall');
    placement.setMode('over');
    placement.put(wall, inFront);
    return placement;
  };

  it('faces away from the wall, wherever the viewer stands, and cannot be turned', () => {
    const placement = hung();
    placement.put(wall, new Vector3(2, 1.6, 0));
    placement.turn(15);
    expect([placement.spot.rotation.y, placement.stand.rotation.y].map(round)).toEqual([0, 0]);
  });

  it('is nudged up and down', () => {
    const placement = hung();
    placement.nudge(0.1, -0.05, inFront);
    expect(at(placement)).toEqual([0.1, 1.25, -2]);
  });

  it('stands on a table at a quarter of its size', () => {
    const placement = hung();
    placement.resize(0.25);
    placement.put(tableTop, inFront);
    expect(at(placement)).toEqual([0.5, round(0.74 + 0.9 / 4), -1]);
  });
});
