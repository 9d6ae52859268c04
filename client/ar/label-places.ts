/** What a label belongs to on the screen, in CSS pixels. */
export interface LabelSubject {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface LabelPlace {
  /** Middle of the label, in CSS pixels. */
  x: number;
  y: number;
}

const gap = 6;
const rings = 12;
const turns = 8;

/**
 * Puts a round label of `size` pixels beside each subject, inside a picture of `width` x `height`: above it where there
 * is room, else on the side with the most, and pushed along until no two labels overlap and none is over an obstacle. A
 * subject that fills the picture keeps its label at the edge. Writes into `places`, of which it makes no more than are missing: it runs in every frame.
 */
export function labelPlaces(
  subjects: readonly LabelSubject[],
  size: number,
  width: number,
  height: number,
  obstacles: readonly LabelPlace[] = [],
  places: LabelPlace[] = [],
): LabelPlace[] {
  for (let index = 0; index < subjects.length; index++) {
    places[index] ??= { x: 0, y: 0 };
    const place = places[index] as LabelPlace;
    putBeside(subjects[index] as LabelSubject, size, width, height, place);
    const x = inside(place.x, size, width);
    const y = inside(place.y, size, height);
    place.x = x;
    place.y = y;
    // Rings of growing radius: the nearest free spot wins.
    const step = (size + gap) * 0.6;
    for (let spot = 0; spot < rings * turns && !isFree(place, index, places, obstacles, size); spot++) {
      const angle = ((spot % turns) * 2 * Math.PI) / turns;
      const ring = 1 + Math.floor(spot / turns);
      place.x = inside(x + Math.cos(angle) * ring * step, size, width);
      place.y = inside(y + Math.sin(angle) * ring * step, size, height);
    }
  }
  places.length = subjects.length;
  return places;
}

const inside = (value: number, size: number, most: number): number =>
  Math.min(most - size / 2, Math.max(size / 2, value));

/** Is a place clear of all labels before it and of all obstacles? */
function isFree(
  place: LabelPlace,
  before: number,
  places: readonly LabelPlace[],
  obstacles: readonly LabelPlace[],
  size: number,
): boolean {
  for (let index = 0; index < before; index++) {
    if (!areApart(place, places[index] as LabelPlace, size)) return false;
  }
  for (let index = 0; index < obstacles.length; index++) {
    if (!areApart(place, obstacles[index] as LabelPlace, size)) return false;
  }
  return true;
}

const areApart = (one: LabelPlace, other: LabelPlace, size: number): boolean =>
  Math.hypot(one.x - other.x, one.y - other.y) >= size + gap - 0.01;

function putBeside(
  { left, right, top, bottom }: LabelSubject,
  size: number,
  width: number,
  height: number,
  place: LabelPlace,
): void {
  const roomRight = width - right;
  const roomBottom = height - bottom;
  const widest = Math.max(roomRight, left, roomBottom);
  const away = size / 2 + gap;
  place.x = (left + right) / 2;
  place.y = (top + bottom) / 2;
  if (top >= size + gap || top >= widest) place.y = top - away;
  else if (roomRight === widest) place.x = right + away;
  else if (left === widest) place.x = left - away;
  else place.y = bottom + away;
}
