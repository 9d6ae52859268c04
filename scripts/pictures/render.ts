import { darker, lighter } from './paint.ts';
import type { Gradient, Shape, Solid } from './solid.ts';
import { type Bounds, hull, type Point, project } from './space.ts';

export interface Drawing {
  solids: Solid[];
  /** Where it is at home: decides on which ground it throws its shadow. */
  stands: 'floor' | 'wall';
}

const size = 400;
/** The drawing fills this much of the picture at most. */
const room = { width: 292, height: 288, centre: 200, foot: 346 };

/** Wall and floor, by turns; mid tones that stand on light and dark pages. */
const grounds = [
  ['#dcd6c9', '#cbc2b0'],
  ['#d2d9d2', '#bdc8bd'],
  ['#d3d8de', '#bec6cf'],
  ['#e2d3c8', '#d2bdae'],
] as const;

const slack = 0.5;

/** Whether `a` hides nothing of `b`: it lies wholly behind, left of or under it. */
const isBehind = (a: Bounds, b: Bounds) =>
  a.y0 >= b.y1 - slack || a.x1 <= b.x0 + slack || a.z1 <= b.z0 + slack;

/** Farthest first. Where two solids are each behind the other, the one that was given first is drawn first. */
export function backToFront(solids: Solid[]): Solid[] {
  const before = solids.map((solid, index) =>
    solids.flatMap((other, at) => {
      if (at === index || !isBehind(other.bounds, solid.bounds)) return [];
      return isBehind(solid.bounds, other.bounds) && at > index ? [] : [at];
    }),
  );
  const drawn = new Set<number>();
  const open = new Set<number>();
  const result: Solid[] = [];
  const visit = (index: number) => {
    if (drawn.has(index) || open.has(index)) return;
    open.add(index);
    for (const earlier of before[index] ?? []) visit(earlier);
    drawn.add(index);
    result.push(solids[index] as Solid);
  };
  for (const index of solids.keys()) visit(index);
  return result;
}

/** A picture of 400 by 400 units. `seed` chooses the ground. */
export function render({ solids, stands }: Drawing, seed: string): string {
  const shapes = backToFront(solids).flatMap((solid) => solid.shapes);
  const points = shapes.flatMap((shape) => shape.points);
  const left = Math.min(...points.map(([x]) => x));
  const right = Math.max(...points.map(([x]) => x));
  const top = Math.min(...points.map(([, y]) => y));
  const bottom = Math.max(...points.map(([, y]) => y));
  const scale = Math.min(room.width / (right - left), room.height / (bottom - top));
  const sink =
    stands === 'wall' ? (room.foot + 54 - (bottom - top) * scale) / 2 + (bottom - top) * scale : sunk();
  function sunk() {
    const height = (bottom - top) * scale;
    return Math.min(room.foot, room.centre + height / 2 + 34);
  }
  const onPage = ([x, y]: Point): Point => [
    room.centre + (x - (left + right) / 2) * scale,
    sink + (y - bottom) * scale,
  ];

  const gradients = new Map<string, string>();
  const clips: string[] = [];
  const paintShape = (shape: Shape) => {
    const fill =
      shape.fill === undefined ? 'none' : typeof shape.fill === 'string' ? shape.fill : define(shape.fill);
    const stroke = shape.stroke
      ? ` stroke="${shape.stroke}" stroke-width="${round(shape.width ? shape.width * scale : 0.6)}"`
      : '';
    const opacity = shape.opacity === undefined ? '' : ` opacity="${shape.opacity}"`;
    let clip = '';
    if (shape.clip) {
      const d = path(shape.clip.map(onPage), true);
      if (!clips.includes(d)) clips.push(d);
      clip = ` clip-path="url(#c${clips.indexOf(d)})"`;
    }
    return `<path d="${path(shape.points.map(onPage), shape.closed)}" fill="${fill}"${stroke}${opacity}${clip}/>`;
  };
  const define = ({ paint, kind }: Gradient) => {
    const id = `${kind[0]}${paint.slice(1)}`;
    gradients.set(id, kind === 'round' ? roundGradient(id, paint) : ballGradient(id, paint));
    return `url(#${id})`;
  };

  const body = shapes.map(paintShape).join('');
  const [wall, floor] = grounds[hash(seed) % grounds.length] ?? grounds[0];
  const clipPaths = clips.map((d, index) => `<clipPath id="c${index}"><path d="${d}"/></clipPath>`).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">` +
    `<defs><filter id="s" x="-30%" y="-60%" width="160%" height="220%"><feGaussianBlur stdDeviation="7"/></filter>` +
    `${[...gradients.values()].join('')}${clipPaths}</defs>` +
    `<path fill="${wall}" d="M0 0h400v400H0z"/>` +
    (stands === 'floor' ? `<path fill="${floor}" d="M0 284h400v116H0z"/>` : '') +
    shadowOf(solids, stands, onPage) +
    `<g stroke-linejoin="round" stroke-linecap="round">${body}</g></svg>\n`
  );
}

/** What stands on the floor darkens it; what hangs throws its outline on the wall, down and to the right. */
function shadowOf(solids: Solid[], stands: Drawing['stands'], onPage: (point: Point) => Point): string {
  const shade = (d: string, opacity: number) =>
    `<path d="${d}" fill="#2a2230" opacity="${opacity}" filter="url(#s)"/>`;
  if (stands === 'wall') {
    const outline = hull(
      solids.flatMap((solid) => solid.shapes.flatMap((shape) => shape.points)).map(onPage),
    );
    return shade(
      path(
        outline.map(([x, y]): Point => [x + 7, y + 12]),
        true,
      ),
      0.3,
    );
  }
  const corners = solids.flatMap(({ bounds: b }) =>
    [b.x0, b.x1].flatMap((x) => [b.y0, b.y1].map((y) => onPage(project([x, y, 0])))),
  );
  return shade(
    path(
      hull(corners).map(([x, y]): Point => [x + 6, y + 4]),
      true,
    ),
    0.34,
  );
}

const round = (value: number) => Math.round(value * 10) / 10;

function path(points: Point[], closed: boolean): string {
  return `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}${closed ? 'z' : ''}`;
}

function roundGradient(id: string, paint: string): string {
  return (
    `<linearGradient id="${id}"><stop stop-color="${darker(paint, 0.06)}"/>` +
    `<stop offset=".3" stop-color="${lighter(paint, 0.16)}"/><stop offset="1" stop-color="${darker(paint, 0.36)}"/></linearGradient>`
  );
}

function ballGradient(id: string, paint: string): string {
  return (
    `<radialGradient id="${id}" cx=".36" cy=".3" r=".78"><stop stop-color="${lighter(paint, 0.3)}"/>` +
    `<stop offset=".5" stop-color="${paint}"/><stop offset="1" stop-color="${darker(paint, 0.4)}"/></radialGradient>`
  );
}

function hash(text: string): number {
  let sum = 0;
  for (const letter of text) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  return sum;
}
