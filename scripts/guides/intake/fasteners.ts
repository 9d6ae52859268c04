import { DoubleSide, Ray, Vector3 } from 'three';
import type { GuideHardware } from '#protocol/guide';
import type { Body } from '../geometry/bodies.ts';
import { solidOf } from '../geometry/overlap.ts';
import { bodyShape, isSameShape } from '../geometry/shape.ts';

/** A screw, dowel or pin of the model: the guide draws it itself, so it is no piece of its own. */
export interface FoundFastener {
  /** The body it was. */
  body: Body;
  kind: GuideHardware['kind'];
  /** From head to tip, of length 1; a dowel has no head and either end may stand for it. */
  direction: Vector3;
  /** Where its head sits, in metres. */
  at: Vector3;
  length: number;
  diameter: number;
  /** The bodies that it sits in or touches, by name. */
  holds: string[];
}

/** What a body is called where its name says that it is a fastener, in the languages that models come in. */
const named: readonly [pattern: RegExp, kind: GuideHardware['kind']][] = [
  [/\bcam[\s_-]*(bolt|dowel|post)s?\b|偏心杆|连接杆/i, 'cam-bolt'],
  [/\bcams?([\s_-]*locks?)?\b|\bexzenter|偏心轮|偏心螺母/i, 'cam-lock'],
  [/\bdowels?\b|d[uü](e)?bel|木销|木榫|圆榫/i, 'dowel'],
  [/\b(screws?|confirmats?)\b|schrauben?\b|螺丝|螺钉/i, 'screw'],
  [/\bbolts?\b|\bbolzen|螺栓/i, 'bolt'],
  [/\bnails?\b|\bn[aä]gel\b|钉子|铁钉/i, 'nail'],
  [/\bwashers?\b|unterlegscheiben?\b|垫圈|垫片/i, 'washer'],
  [/\b(pins?|pegs?)\b|\bstifte?\b|层板托|销钉/i, 'pin'],
];

/** What kind of fastener a name speaks of, if any. */
export const fastenerNamed = (name: string): GuideHardware['kind'] | undefined =>
  named.find(([pattern]) => pattern.test(name.replace(/[_\d.#:]+/g, ' ')))?.[1];

/** Nothing that is larger than these, in metres, is a fastener, whatever it is called. */
const most = { length: 0.2, diameter: 0.05 };
/** A surface nearer than this to another body's is held by it: holes are drilled a little wide. */
const fit = 0.0015;

/** Small round bars that sit in other bodies, by their names or by shape and number. At least one body stays a piece. */
export function findFasteners(
  bodies: readonly Body[],
  nameOf: (body: Body) => string | undefined,
): FoundFastener[] {
  const found = bodies.flatMap((body) => {
    const kind = fastenerNamed(nameOf(body) ?? '');
    const bar = barOf(body);
    if (!bar || bar.length > most.length || bar.diameter > most.diameter) return [];
    if (!kind && (nameOf(body) !== undefined || !bar.round)) return [];
    const others = bodies.filter(
      (other) => other !== body && other.box.clone().expandByScalar(fit).intersectsBox(body.box),
    );
    const held = holdersOf(body, others);
    // Without a name it must be one of several, and sit inside what it holds: a foot or a knob only touches.
    const copies = bodies.filter((other) => isSameShape(body, other)).length;
    if (!kind && (copies < 2 || held.share < 0.6)) return [];
    return [{ body, bar, holds: held.by, kind: kind ?? (bar.headed ? 'screw' : 'dowel') }];
  });
  if (found.length === bodies.length) return [];
  const loose = new Set(found.map(({ body }) => body.node));
  return found.map(({ body, bar, holds, kind }): FoundFastener => {
    const parts = holds.filter((node) => !loose.has(node));
    return {
      body,
      kind,
      direction: bar.axis,
      at: bar.head,
      length: bar.length,
      diameter: bar.diameter,
      holds: parts,
    };
  });
}

interface Bar {
  /** From head to tip. */
  axis: Vector3;
  /** The middle of its head's outer end, or of either end. */
  head: Vector3;
  length: number;
  /** Of the shank. */
  diameter: number;
  headed: boolean;
  /** It is about as deep as it is wide, and longer than either. */
  round: boolean;
}

const slices = 12;
/** Share of the cylinder around it that a round bar fills: a square one fills 0.64, one of six sides 0.83. */
const roundness = 0.72;

/** The body as a bar along its longest axis; `undefined` where it is none at all. */
function barOf(body: Body): Bar | undefined {
  const { axes, middle, spreads, volume } = bodyShape(body);
  if (spreads[0] <= 0) return undefined;
  const flat = spreads[2] < 0.5 * spreads[1] && spreads[0] < 1.3 * spreads[1];
  const axis = flat ? axes[2] : axes[0];
  const position = body.geometry.getAttribute('position');
  const point = new Vector3();
  const places = Array.from({ length: position.count }, (_, i) => {
    point.fromBufferAttribute(position, i).sub(middle);
    const along = point.dot(axis);
    return { along, radius: Math.sqrt(Math.max(0, point.lengthSq() - along * along)) };
  });
  const ends = places.map(({ along }) => along);
  const [low, high] = [min(ends), max(ends)];
  const length = high - low;
  if (length <= 0) return undefined;
  const widths = Array.from({ length: slices }, () => 0);
  for (const { along, radius } of places) {
    const slice = Math.min(slices - 1, Math.floor(((along - low) / length) * slices));
    widths[slice] = Math.max(widths[slice] ?? 0, radius);
  }
  const filled = widths.filter((width) => width > 0).sort((a, b) => a - b);
  const shank = filled[Math.floor((filled.length - 1) / 2)] ?? 0;
  const [first, last] = [widths[0] ?? 0, widths[slices - 1] ?? 0];
  const headed = Math.max(first, last) > 1.35 * shank && Math.abs(first - last) > 0.2 * shank;
  const headIsHigh = headed && last > first;
  const end = headIsHigh ? high : low;
  return {
    axis: headIsHigh ? axis.clone().negate() : axis.clone(),
    head: middle.clone().addScaledVector(axis, end),
    length,
    diameter: Math.max(2 * shank, 0.0005),
    headed,
    round:
      length > 2.2 * shank &&
      spreads[1] < 1.35 * spreads[2] &&
      volume > roundness * Math.PI * shank ** 2 * length,
  };
}

const min = (values: readonly number[]) =>
  values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
const max = (values: readonly number[]) =>
  values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);

/** Which bodies hold the surface of another, and the share of it that any of them holds. */
function holdersOf(body: Body, others: readonly Body[]): { by: string[]; share: number } {
  const position = body.geometry.getAttribute('position');
  const stride = Math.max(1, Math.floor(position.count / 120));
  const points = Array.from({ length: Math.ceil(position.count / stride) }, (_, i) =>
    new Vector3().fromBufferAttribute(position, i * stride),
  );
  const near = { point: new Vector3(), distance: 0, faceIndex: 0 };
  const holds = (other: Body, point: Vector3) =>
    (other.bvh.closestPointToPoint(point, near, 0, fit)?.distance ?? Number.POSITIVE_INFINITY) <= fit ||
    (solidOf(other) !== undefined && isInside(other, point));
  const touched = points.map((point) => others.filter((other) => holds(other, point)));
  return {
    by: others.filter((other) => touched.some((holders) => holders.includes(other))).map(({ node }) => node),
    share: touched.filter((holders) => holders.length > 0).length / Math.max(1, points.length),
  };
}

const inside = new Ray();
/** Slanted, so that it runs along no face of a board. */
const outwards = new Vector3(0.526, 0.709, 0.473).normalize();

/** Is a point inside a closed body? */
function isInside({ box, bvh }: Body, point: Vector3): boolean {
  if (!box.containsPoint(point)) return false;
  inside.origin.copy(point);
  inside.direction.copy(outwards);
  return bvh.raycast(inside, DoubleSide).length % 2 === 1;
}
