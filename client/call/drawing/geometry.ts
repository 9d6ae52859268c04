import type { PicturePoint } from '#protocol';

/** The drawing's own units across a picture, whatever its size on the screen. */
export const across = 1000;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where a picture of that aspect (width / height) lies in a box that shows all of it: bars left and right, or above and below. */
export function pictureBox(box: Box, aspect: number): Box {
  const width = Math.min(box.width, box.height * aspect);
  const height = width / aspect;
  return { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height };
}

/** The place on the picture under a place on the screen; at the edge where it is on a bar. */
export function onPicture(at: { x: number; y: number }, box: Box, aspect: number): PicturePoint {
  const picture = pictureBox(box, aspect);
  return [share(at.x - picture.x, picture.width), share(at.y - picture.y, picture.height)];
}

/** Whether it is on the picture and not on a bar. */
export function hits(at: { x: number; y: number }, box: Box, aspect: number): boolean {
  const { x, y, width, height } = pictureBox(box, aspect);
  return at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height;
}

/** A ten-thousandth of a picture is finer than any screen shows, and short to send. */
const fine = 10_000;
const share = (part: number, whole: number): number =>
  whole > 0 ? Math.round(Math.min(1, Math.max(0, part / whole)) * fine) / fine : 0;

/** In drawing units. */
export const inUnits = ([x, y]: PicturePoint, aspect: number): { x: number; y: number } => ({
  x: x * across,
  y: (y * across) / aspect,
});

/** As a share of the picture's width, so that a circle is round on every picture. */
export function distance(from: PicturePoint, to: PicturePoint, aspect: number): number {
  return Math.hypot(to[0] - from[0], (to[1] - from[1]) / aspect);
}

/** The head of an arrow in drawing units, where nobody says how large it is shown. */
const usualHead = 60;
const headHalfWidth = 0.52;

/** An arrow as one path: shaft, then head, `longest` units at most. A short one has a small head. */
export function arrowPath(from: PicturePoint, to: PicturePoint, aspect: number, longest = usualHead): string {
  const [start, tip] = [inUnits(from, aspect), inUnits(to, aspect)];
  const length = Math.hypot(tip.x - start.x, tip.y - start.y);
  if (length === 0) return `M${at(tip)}`;
  const head = Math.min(longest, length * 0.45);
  const [ux, uy] = [(tip.x - start.x) / length, (tip.y - start.y) / length];
  const wing = (side: 1 | -1) =>
    at({
      x: tip.x - head * (ux + side * headHalfWidth * uy),
      y: tip.y - head * (uy - side * headHalfWidth * ux),
    });
  return `M${at(start)}L${at(tip)}M${wing(1)}L${at(tip)}L${wing(-1)}`;
}

/** A line drawn by hand, made smooth: a curve through the middles between the points, ending where the hand ended. */
export function smoothPath(points: readonly PicturePoint[], aspect: number): string {
  const units = points.map((point) => inUnits(point, aspect));
  const [first, ...rest] = units;
  const last = rest.at(-1);
  if (!first || !last) return '';
  const curves = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? last;
    return `Q${at(point)} ${at({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`;
  });
  return `M${at(first)}${curves.join('')}L${at(last)}`;
}

const at = ({ x, y }: { x: number; y: number }): string => `${Number(x.toFixed(1))},${Number(y.toFixed(1))}`;

/** As many as a mark may have. */
const mostPoints = 500;
/** Nearer points are the hand's trembling; a share of the width. */
const tremble = 0.003;

/** The line with one more point. Where it would have too many, every other one between its ends goes. */
export function withPoint(
  points: readonly PicturePoint[],
  point: PicturePoint,
  aspect: number,
): readonly PicturePoint[] {
  const last = points.at(-1);
  if (last && distance(last, point, aspect) < tremble) return points;
  const thinned =
    points.length < mostPoints
      ? points
      : points.filter((_, index) => index % 2 === 0 || index === points.length - 1);
  return [...thinned, point];
}
