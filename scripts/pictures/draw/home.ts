import type { Draw } from '../item.ts';
import { darker, lighter, steel } from '../paint.ts';
import { drum, type Solid, tube } from '../solid.ts';
import { bounds, project, type Vec3 } from '../space.ts';

const floor = (solids: Solid[]) => ({ solids, stands: 'floor' as const });

/** Lamplight: a soft cone under a shade. */
function glow(x: number, y: number, z: number, r: number, drop: number): Solid {
  const [cx, top] = project([x, y, z]);
  const [, foot] = project([x, y, z - drop]);
  return {
    bounds: bounds(x - r, y - r, z - drop, 2 * r, 2 * r, drop),
    shapes: [
      {
        points: [
          [cx - r, top],
          [cx + r, top],
          [cx + r * 2, foot],
          [cx - r * 2, foot],
        ],
        fill: '#fff2c4',
        opacity: 0.32,
        closed: true,
      },
    ],
  };
}

export const deskLamp: Draw = ({ w, h, paint }) => {
  const r = w / 2;
  const elbow: Vec3 = [r + 120, r, h * 0.58];
  const head: Vec3 = [r - 90, r, h * 0.94];
  const shade = drum(r - 110, r, h * 0.74, h * 0.94, 82, 34, paint);
  return floor([
    drum(r, r, 0, 22, r, r * 0.94, paint),
    tube([[r, r, 22], elbow], 17, darker(paint, 0.1)),
    glow(r - 110, r, h * 0.75, 78, h * 0.6),
    tube([elbow, head], 17, paint),
    shade,
  ]);
};

export const floorLamp: Draw = ({ w, h, paint }) => {
  const r = w / 2;
  return floor([
    drum(r, r, 0, 24, r * 0.86, r * 0.82, paint),
    tube(
      [
        [r, r, 24],
        [r, r, h - 230],
      ],
      22,
      paint,
    ),
    glow(r, r, h - 250, r * 1.02, h * 0.36),
    drum(r, r, h - 260, h, r * 1.12, r * 0.84, '#f3e3c0'),
  ]);
};

export const airPurifier: Draw = ({ w, h, paint }) => {
  const r = w / 2;
  const body = drum(r, r, 0, h, r, r * 0.96, paint);
  const [left, foot] = project([r, r, 0]);
  const slots = Array.from({ length: 13 }, (_, i) => {
    const x = left + (i - 6) * r * 0.135;
    const dip = Math.sqrt(Math.max(0, r * r - (x - left) ** 2)) * 0.34;
    return {
      points: [
        [x, foot + dip - h * 0.06],
        [x, foot + dip - h * 0.5],
      ] as const,
      stroke: darker(paint, 0.3),
      width: 7,
      closed: false,
    };
  });
  const vent = drum(r, r, h, h + 1, r * 0.78, r * 0.78, darker(paint, 0.5));
  const cap = drum(r, r, h + 4, h + 10, r * 0.5, r * 0.48, lighter(paint, 0.2));
  return floor([
    {
      ...body,
      shapes: [
        ...body.shapes,
        ...slots.map((slot) => ({ ...slot, points: [...slot.points] })),
        ...vent.shapes,
        ...cap.shapes,
      ],
    },
  ]);
};

export const kettle: Draw = ({ h, paint, accent }) => {
  const c = 85;
  const spout = tube(
    [
      [c - 60, c, 50],
      [c - 120, c, 90],
      [c - 128, c, 170],
      [c - 165, c, 196],
    ],
    17,
    paint,
  );
  const handle = tube(
    [
      [c + 66, c, h - 60],
      [c + 150, c, h - 40],
      [c + 156, c, 110],
      [c + 120, c, 66],
    ],
    22,
    accent,
  );
  const body = drum(c, c, 26, h - 44, 84, 58, paint);
  const lid = drum(c, c, h - 44, h - 28, 58, 44, darker(steel, 0.1));
  const knob = drum(c, c, h - 28, h, 13, 15, accent);
  return floor([drum(c, c, 0, 24, 88, 88, accent), spout, body, lid, knob, handle]);
};
