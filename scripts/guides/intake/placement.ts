import { Box3, Matrix4, Vector3 } from 'three';
import { fastenerNamed } from './fasteners.ts';
import { boxOf, type SourcePiece } from './pieces.ts';

/** Metres in one of the file's units. */
export const modelUnits = { m: 1, cm: 0.01, mm: 0.001, in: 0.0254, ft: 0.3048 } as const;
export type UnitName = keyof typeof modelUnits;

const unitWords: Record<UnitName, string> = {
  m: 'metres',
  cm: 'centimetres',
  mm: 'millimetres',
  in: 'inches',
  ft: 'feet',
};

/** Which of the file's axes points up. */
export const upAxes = ['y', 'z', '-y', '-z', 'x', '-x'] as const;
export type UpAxis = (typeof upAxes)[number];

/** Something that the file does not say outright, as it is guessed, with the question to its author. */
export interface Proposal<Value extends string> {
  value: Value;
  /** Why it is not simply taken; `undefined` where the file is as glTF wants it. */
  question: string | undefined;
}

/** Longest sides that a product has whose parts fit a room, in metres. */
const plausible = { least: 0.05, most: 8 };
/** What most furniture is like: its longest side, how thick its boards and its screws and dowels are, in metres. */
const usual = { longest: 1.2, thickness: 0.018, fastener: 0.007 };
/** CAD programs count in millimetres; the others want better reasons. */
const seldom: Record<UnitName, number> = { mm: 0, cm: 0.2, in: 0.2, m: 0.3, ft: 0.6 };

const thicknessOf = (piece: SourcePiece) => Math.min(...boxOf([piece]).getSize(new Vector3()).toArray());

/** glTF is in metres by its own rules; a file whose size makes no sense in metres was written in another unit. */
export function proposeUnit(pieces: readonly SourcePiece[]): Proposal<UnitName> {
  const size = boxOf(pieces).getSize(new Vector3());
  const longest = Math.max(...size.toArray());
  if (longest >= plausible.least && longest <= plausible.most) return { value: 'm', question: undefined };
  const thicknesses = pieces
    .map(thicknessOf)
    .filter((thickness) => thickness > 0)
    .sort((a, b) => a - b);
  const thickness = thicknesses[Math.floor(thicknesses.length / 2)] ?? longest;
  const bolt = Math.min(...pieces.filter(({ name }) => name && fastenerNamed(name)).map(thicknessOf));
  const oddity = (unit: UnitName) =>
    seldom[unit] +
    Math.log10((longest * modelUnits[unit]) / usual.longest) ** 2 +
    Math.log10((thickness * modelUnits[unit]) / usual.thickness) ** 2 +
    (Number.isFinite(bolt) ? 2 * Math.log10((bolt * modelUnits[unit]) / usual.fastener) ** 2 : 0);
  const [value = 'm'] = (['mm', 'cm', 'in', 'm', 'ft'] as const).toSorted((a, b) => oddity(a) - oddity(b));
  return {
    value,
    question: `${lengthInWords(longest)} long in metres: ${unitWords[value]}? (${lengthInWords(longest * modelUnits[value])} then)`,
  };
}

/** "1.2 km", "3.4 m", "12 mm". */
export function lengthInWords(metres: number): string {
  const [size, unit] =
    metres >= 1000 ? [1000, 'km'] : metres >= 1 ? [1, 'm'] : metres >= 0.1 ? [0.01, 'cm'] : [0.001, 'mm'];
  return `${Number((metres / size).toPrecision(2))} ${unit}`;
}

const high =
  /\b(top|tabletop|worktop|lid|roof|headrest|platte|tischplatte|deckel)\b|桌面|台面|顶板|顶盖|盖板/i;
const low =
  /\b(legs?|foot|feet|base|plinth|castors?|casters?|wheels?|bein|beine|fuss|fuß|füße|sockel|rolle)\b|腿|脚|底座|轮/i;

/** glTF has +Y up. Z is proposed where the names say so (tops above legs), or where the product stands on z = 0 and not on y = 0. */
export function proposeUp(pieces: readonly SourcePiece[]): Proposal<'y' | 'z'> {
  const whole = boxOf(pieces);
  const size = whole.getSize(new Vector3());
  const words = (name: string | undefined) => (name ?? '').replace(/[_\d.#:-]+/g, ' ');
  const middles = (pattern: RegExp) =>
    pieces
      .filter(({ name }) => pattern.test(words(name)))
      .map((piece) => boxOf([piece]).getCenter(new Vector3()));
  const [tops, bottoms] = [middles(high), middles(low)];
  const rise = (axis: 'y' | 'z') =>
    size[axis] > 0 ? (mean(tops, axis) - mean(bottoms, axis)) / size[axis] : 0;
  if (tops.length > 0 && bottoms.length > 0) {
    if (rise('z') > 0.3 && rise('z') > 2 * Math.abs(rise('y')))
      return { value: 'z', question: 'by their names its parts stand along Z: is Z up?' };
    if (rise('y') > 0.3) return { value: 'y', question: undefined };
  }
  const standsOn = (axis: 'y' | 'z') => Math.abs(whole.min[axis]) < 0.005 * size[axis];
  const centred = Math.abs(whole.min.y + whole.max.y) < 0.02 * size.y && size.y > 0.1 * size.x;
  return standsOn('z') && centred && !standsOn('y')
    ? { value: 'z', question: 'it stands on z = 0 and not on y = 0: is Z up?' }
    : { value: 'y', question: undefined };
}

const mean = (points: readonly Vector3[], axis: 'y' | 'z') =>
  points.reduce((sum, point) => sum + point[axis], 0) / Math.max(1, points.length);

const turns: Record<UpAxis, [x: Vector3, y: Vector3, z: Vector3]> = {
  y: basis([1, 0, 0], [0, 1, 0], [0, 0, 1]),
  z: basis([1, 0, 0], [0, 0, -1], [0, 1, 0]),
  '-y': basis([1, 0, 0], [0, -1, 0], [0, 0, -1]),
  '-z': basis([1, 0, 0], [0, 0, 1], [0, -1, 0]),
  x: basis([0, 1, 0], [-1, 0, 0], [0, 0, 1]),
  '-x': basis([0, -1, 0], [1, 0, 0], [0, 0, 1]),
};

function basis(...axes: [number, number, number][]): [Vector3, Vector3, Vector3] {
  const [x, y, z] = axes.map((axis) => new Vector3(...axis)) as [Vector3, Vector3, Vector3];
  return [x, y, z];
}

/** From the file's space into the guide's: metres, +Y up, lowest point on the floor, its middle over the origin. */
export function placementOf(pieces: readonly SourcePiece[], metres: number, up: UpAxis): Matrix4 {
  // In doubles and about the middle first: far from the origin, single precision would eat the product's details.
  const box = boxOf(pieces);
  const middle = box.getCenter(new Vector3());
  const turned = new Matrix4()
    .makeBasis(...turns[up])
    .scale(new Vector3(metres, metres, metres))
    .multiply(new Matrix4().makeTranslation(middle.clone().negate()));
  const placed = new Box3().copy(box).applyMatrix4(turned);
  return new Matrix4().makeTranslation(0, -placed.min.y, 0).multiply(turned);
}
