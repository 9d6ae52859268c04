import { Matrix4, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { fits, Placement } from './placement.ts';

const floor = new Matrix4().makeTranslation(0.5, 0.01, -1);
const tableTop = new Matrix4().makeTranslation(0.5, 0.74, -1);
const underside = new Matrix4().makeRotationX(Math.PI).setPosition(0, 0.7, -1);
const wall = new Matrix4().makeRotationX(Math.PI / 2).setPosition(0, 1.2, -2);
const at = (placement: Placement) => {
  placement.spot.updateMatrixWorld(true);
  return placement.stand
    .getWorldPosition(new Vector3())
    .toArray()
    .map((value) => Math.round(value * 100) / 100 || 0);
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
  const placed = () => {
    const placement = new Placement(1.4);
    placement.put(floor, new Vector3(0.5, 1.6, 2), 'floor');
    return placement;
  };

  it('is hidden until it is placed', () => {
    expect(new Placement(1).spot.visible).toBe(false);
    expect(placed().spot.visible).toBe(true);
  });

  it('stands beside the spot, clear of the real thing, or right over it', () => {
    const placement = placed();
    expect(at(placement)).toEqual([2.15, 0.01, -1]);
    placement.setMode('over');
    expect(at(placement)).toEqual([0.5, 0.01, -1]);
  });

  it('turns its front to the viewer', () => {
    const placement = new Placement(1);
    placement.put(floor, new Vector3(3, 1.6, -1), 'floor');
    expect(placement.spot.rotation.y).toBeCloseTo(Math.PI / 2);
  });

  it('stays turned and nudged while the anchor moves', () => {
    const placement = placed();
    placement.setMode('over');
    placement.nudge(0.1, 0);
    placement.turn(90);
    placement.follow(new Matrix4().makeTranslation(0.52, 0, -1.01));
    expect(at(placement)).toEqual([0.62, 0, -1.01]);
    expect(placement.stand.rotation.y).toBeCloseTo(Math.PI / 2);
  });

  it('forgets nudges when it is put somewhere else', () => {
    const placement = placed();
    placement.setMode('over');
    placement.nudge(1, 1);
    placement.put(floor, new Vector3(0.5, 1.6, 2), 'floor');
    expect(at(placement)).toEqual([0.5, 0.01, -1]);
  });
});
