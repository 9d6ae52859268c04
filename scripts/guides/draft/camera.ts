import { Box3, Quaternion, Vector3 } from 'three';
import type { GuideStep, Rotation } from '#protocol/guide';
import type { Body } from '../geometry/bodies.ts';

/** From the front, a little to the left and from above: how a person stands before what they build. */
const usual = { azimuth: 30, elevation: 20 };
/** To the side of the way that a piece comes, in degrees, so that the way itself is seen. */
const aside = 28;
const fromBelow = -15;
/** Metres. */
const nearest = 0.3;
const farthest = 12;

export interface StepView {
  /** Everything that stands there or comes in. */
  built: readonly Body[];
  /** What comes in and what it meets; empty where nothing does. */
  focus: readonly Body[];
  /** The way of what comes in, in the product's axes. */
  direction: readonly [number, number, number] | undefined;
  posture: Rotation | undefined;
  /** Of the finished product. */
  whole: Box3;
}

/** Where to look from: the side that the piece comes from, near enough to see the joint and far enough to know where it is. */
export function cameraFor({ built, focus, direction, posture, whole }: StepView): GuideStep['camera'] {
  const turn = new Quaternion(...(posture ?? [0, 0, 0, 1]));
  const middle = whole.getCenter(new Vector3());
  const lying = boxAsItLies(built, middle, turn);
  const near = focus.length > 0 ? boxAsItLies(focus, middle, turn) : lying;
  const reach = lying.getSize(new Vector3()).length();
  const closeness = near.getSize(new Vector3()).length();
  const distance = Math.min(reach * 1.7, Math.max(closeness * 2, reach * 0.8));
  // The page lays the product on the floor with its middle where it stands upright.
  const target = near.getCenter(new Vector3()).lerp(lying.getCenter(new Vector3()), 0.4);
  target.y -= lying.min.y;
  return {
    ...sideOf(direction && new Vector3(...direction).applyQuaternion(turn)),
    distance: Math.min(farthest, Math.max(nearest, Math.round(distance * 100) / 100)),
    target: target.toArray().map((value) => Math.round(value * 1000) / 1000) as [number, number, number],
  };
}

function sideOf(way: Vector3 | undefined): typeof usual {
  if (!way) return usual;
  if (way.y > 0.7) return { ...usual, elevation: fromBelow };
  if (Math.hypot(way.x, way.z) < 0.5) return usual;
  const towards = (Math.atan2(-way.x, -way.z) * 180) / Math.PI;
  // Of both sides of the way the one that is nearer to the front.
  const sides = [towards + aside, towards - aside].map(
    (angle) => ((((angle + 180) % 360) + 360) % 360) - 180,
  );
  const [azimuth = usual.azimuth] = sides.sort((a, b) => Math.abs(a) - Math.abs(b));
  return { azimuth: Math.round(azimuth), elevation: usual.elevation };
}

function boxAsItLies(bodies: readonly Body[], middle: Vector3, turn: Quaternion): Box3 {
  const box = new Box3();
  const corner = new Vector3();
  for (const { box: own } of bodies) {
    for (let bits = 0; bits < 8; bits++) {
      corner.set(
        bits & 1 ? own.max.x : own.min.x,
        bits & 2 ? own.max.y : own.min.y,
        bits & 4 ? own.max.z : own.min.z,
      );
      box.expandByPoint(corner.sub(middle).applyQuaternion(turn).add(middle));
    }
  }
  return box;
}
