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

/**
 * Puts a round label of `size` pixels beside each subject, inside a picture of `width` x `height`: above it where there
 * is room, else on the side with the most, and pushed along until no two labels overlap and none is over an obstacle. A subject that fills the picture
 * keeps its label at the edge.
 */
export function labelPlaces(
  subjects: readonly LabelSubject[],
  size: number,
  width: number,
  height: number,
  obstacles: readonly LabelPlace[] = [],
): LabelPlace[] {
  const placed: LabelPlace[] = [];
  const inside = (value: number, most: number) => Math.min(most - size / 2, Math.max(size / 2, value));
  for (const subject of subjects) {
    const place = beside(subject, size, width, height);
    place.x = inside(place.x, width);
    place.y = inside(place.y, height);
    const free = () =>
      [...placed, ...obstacles].every(
        (other) => Math.hypot(other.x - place.x, other.y - place.y) >= size + gap - 0.01,
      );
    const start = { ...place };
    // Rings of growing radius: the nearest free spot wins.
    for (let ring = 1; !free() && ring <= 12; ring++) {
      for (let turn = 0; turn < 8 && !free(); turn++) {
        const angle = (turn * Math.PI) / 4;
        place.x = inside(start.x + Math.cos(angle) * ring * (size + gap) * 0.6, width);
        place.y = inside(start.y + Math.sin(angle) * ring * (size + gap) * 0.6, height);
      }
    }
    placed.push(place);
  }
  return placed;
}

function beside(subject: LabelSubject, size: number, width: number, height: number): LabelPlace {
  const room = {
    top: subject.top,
    right: width - subject.right,
    left: subject.left,
    bottom: height - subject.bottom,
  };
  const x = (subject.left + subject.right) / 2;
  const y = (subject.top + subject.bottom) / 2;
  const away = size / 2 + gap;
  const widest = Math.max(room.right, room.left, room.bottom);
  if (room.top >= size + gap || room.top >= widest) return { x, y: subject.top - away };
  if (room.right === widest) return { x: subject.right + away, y };
  if (room.left === widest) return { x: subject.left - away, y };
  return { x, y: subject.bottom + away };
}
