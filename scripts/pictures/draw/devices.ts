import type { Draw } from '../item.ts';
import { darker, lighter, steel } from '../paint.ts';
import {
  ball,
  block,
  drum,
  mark,
  prism,
  rounded,
  type Shape,
  type Solid,
  tube,
  withMarks,
} from '../solid.ts';
import { bounds, project, type Vec3 } from '../space.ts';

const floor = (solids: Solid[]) => ({ solids, stands: 'floor' as const });
const dark = '#2b2c2e';

export const router: Draw = ({ w, d, h, paint }) => {
  const aerials = [24, w / 2, w - 24].map((x) =>
    tube(
      [
        [x, d - 6, 40],
        [x, d + 10, h + 70],
      ],
      13,
      darker(paint, 0.08),
    ),
  );
  const lamps = Array.from({ length: 5 }, (_, i) =>
    mark(rounded(22 + i * 16, 22, 8, 5, 2), 'y', 0, i === 4 ? '#e4775f' : '#3fae86'),
  );
  const slots = Array.from({ length: 6 }, (_, i) =>
    mark(rounded(22, h - 62 - i * 12, w - 44, 4, 2), 'y', 0, darker(paint, 0.14)),
  );
  return floor([
    ...aerials,
    withMarks(block(bounds(0, 0, 0, w, d, h - 30), paint, { round: 22 }), ...lamps, ...slots),
  ]);
};

export const meshKit: Draw = ({ w, h, paint }) => {
  const point = (x: number, y: number) => {
    const body = drum(x, y, 0, h, w / 2, w * 0.4, paint);
    const inner = drum(x, y, h, h + 1, w * 0.27, w * 0.27, darker(paint, 0.18));
    const lamp = ball(x - w * 0.18, y - w * 0.46, h * 0.28, 5, '#3fae86');
    return { ...body, shapes: [...body.shapes, ...inner.shapes, ...lamp.shapes] };
  };
  return floor([point(0, 90), point(190, 150), point(120, -60)]);
};

export const soundbar: Draw = ({ w, d, h, paint }) => {
  const cloth = (x: number, y: number, width: number, z: number, height: number): Shape[] =>
    Array.from({ length: 5 }, (_, i) =>
      mark(rounded(x, z + (i * height) / 5, width, 3, 0), 'y', y, lighter(paint, 0.14)),
    );
  const box = block(bounds(w * 0.62, 190, 0, 210, 230, 330), paint, { round: 14 });
  return floor([
    withMarks(
      box,
      mark(rounded(w * 0.62 + 42, 90, 126, 126, 63, 8), 'y', 190, darker(paint, 0.4)),
      mark(rounded(w * 0.62 + 74, 122, 62, 62, 31, 8), 'y', 190, lighter(paint, 0.12)),
    ),
    withMarks(block(bounds(0, 0, 0, w, d, h), paint, { round: 26 }), ...cloth(24, 0, w - 48, 12, h - 14)),
  ]);
};

export const speaker: Draw = ({ w, h, paint }) => {
  const r = w / 2;
  const [cx, cy] = project([r, r, h * 0.5]);
  const dots = Array.from({ length: 5 }, (_, row) =>
    Array.from({ length: 7 }, (_, column): Shape => {
      const [x, y] = [cx + (column - 3) * r * 0.19 + (row % 2) * r * 0.09, cy + (row - 1.6) * r * 0.2];
      const s = r * 0.032;
      return {
        points: [
          [x - s, y],
          [x, y - s],
          [x + s, y],
          [x, y + s],
        ],
        fill: darker(paint, 0.32),
        closed: true,
      };
    }),
  ).flat();
  const body = ball(r, r, h * 0.5, r, paint, 0.9);
  const loop = tube(
    [
      [r * 1.5, r, h * 0.86],
      [r * 2.1, r, h * 1.02],
      [r * 2.2, r, h * 0.6],
    ],
    r * 0.11,
    darker(paint, 0.4),
  );
  return floor([
    withMarks({ ...body, bounds: bounds(r * 0.3, r * 0.3, 0, r * 1.4, r * 1.4, h) }, ...dots),
    loop,
  ]);
};

export const headphones: Draw = ({ w, d, h, paint, accent }) => {
  const c = w / 2;
  const band = Array.from({ length: 25 }, (_, i): Vec3 => {
    const angle = Math.PI * (i / 24);
    return [c - 76 * Math.cos(angle), d / 2, h - 86 + 86 * Math.sin(angle)];
  });
  const cup = (x: number, thick: number) => {
    const oval = rounded(d / 2 - 38, 8, 76, 98, 38, 7);
    return [
      prism(oval, 'x', x, x + thick * 0.45, darker(paint, 0.25)),
      prism(rounded(d / 2 - 34, 12, 68, 90, 34, 7), 'x', x + thick * 0.45, x + thick, paint),
    ];
  };
  const [farPad, farShell] = cup(c - 92, 34);
  const nearPad = prism(rounded(d / 2 - 38, 8, 76, 98, 38, 7), 'x', c + 52, c + 68, accent);
  const nearShell = prism(rounded(d / 2 - 36, 10, 72, 94, 36, 7), 'x', c + 68, c + 92, paint);
  const badge = mark(rounded(d / 2 - 16, 41, 32, 32, 16, 6), 'x', c + 92, lighter(paint, 0.14));
  return floor([
    farPad as Solid,
    farShell as Solid,
    tube(band, 17, paint),
    nearPad,
    withMarks(nearShell, badge),
  ]);
};

export const earbuds: Draw = ({ w, d, h, paint }) => {
  const box = block(bounds(0, 0, 0, w, d, h * 0.62), paint, { round: 13 });
  const lid = block(bounds(0, d * 0.7, h * 0.62, w, d * 0.5, h * 0.5), darker(paint, 0.06), { round: 13 });
  const bud = (x: number, y: number) => [
    tube(
      [
        [x, y, 4],
        [x + 3, y, 24],
      ],
      6.5,
      paint,
    ),
    ball(x + 3, y - 1, 27, 8, paint),
    ball(x + 8, y - 3, 27, 4.6, dark),
  ];
  const wells = [w * 0.3, w * 0.7].map((x) =>
    mark(rounded(x - 9, 6, 18, 12, 6), 'z', h * 0.62, darker(paint, 0.45)),
  );
  return floor([
    lid,
    withMarks(box, ...wells, mark(rounded(w / 2 - 2, h * 0.3, 4, 4, 2), 'y', 0, '#3fae86')),
    ...bud(-26, 0),
    ...bud(w + 14, 4),
  ]);
};

export const keyboard: Draw = ({ w, d, h, paint, accent }) => {
  const top = h * 0.6;
  const base = block(bounds(0, 0, 0, w, d, top), paint, { round: 12, axis: 'z' });
  const rows = 5;
  const keys = Array.from({ length: rows }, (_, row) => {
    const y = d - 24 - row * 23;
    const widths =
      row === rows - 1 ? [2, 1.4, 1.4, 5.6, 1.4, 1.2, 1] : [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2];
    let x = 12;
    const unit = (w - 24) / widths.reduce((sum, one) => sum + one, 0);
    return widths.map((share, index) => {
      const warm = (row === 0 && index === 0) || (row === 2 && index === 12);
      const key = block(
        bounds(x + 1.5, y, top, unit * share - 3, 19, 9),
        warm ? '#e4775f' : lighter(accent, 0.1),
        { round: 0, axis: 'z' },
      );
      x += unit * share;
      return key;
    });
  }).flat();
  return floor([base, ...keys]);
};

export const mouse: Draw = ({ w, d, paint }) => {
  const cx = w / 2;
  const cy = d / 2;
  const body = ball(cx, cy, 30, w * 0.62, paint, 0.74);
  const thumb = ball(cx - w * 0.3, cy - 10, 18, w * 0.34, darker(paint, 0.16), 0.62);
  const seam = tube(
    [
      [cx - 4, cy - d * 0.3, 46],
      [cx - 2, cy, 66],
      [cx + 4, cy + d * 0.16, 64],
    ],
    1.8,
    dark,
  );
  const wheel = tube(
    [
      [cx - 4, cy - d * 0.17, 58],
      [cx - 3, cy - d * 0.04, 66],
    ],
    9,
    '#e4775f',
  );
  return floor([
    {
      bounds: bounds(0, 0, 0, w, d, 66),
      shapes: [...thumb.shapes, ...body.shapes, ...seam.shapes, ...wheel.shapes],
    },
  ]);
};

export const printer: Draw = ({ w, d, h, paint }) => {
  const sheet = block(bounds(w * 0.2, -100, 62, w * 0.6, 130, 4), '#ffffff');
  const feed = prism(
    [
      [d - 40, h - 10],
      [d - 36, h - 10],
      [d + 44, h + 120],
      [d + 40, h + 120],
    ],
    'x',
    w * 0.2,
    w * 0.8,
    '#fbf8f1',
  );
  const body = block(bounds(0, 0, 0, w, d, h), paint, { round: 18 });
  return floor([
    feed,
    withMarks(
      body,
      mark(rounded(w * 0.12, 44, w * 0.76, 52, 8), 'y', 0, dark),
      mark(rounded(w * 0.12, 128, w * 0.34, 50, 6), 'y', 0, '#34505c'),
      mark(rounded(w * 0.74, 138, 26, 26, 13), 'y', 0, '#3fae86'),
      mark(rounded(w * 0.1, d * 0.7, w * 0.8, 30, 6), 'z', h, darker(paint, 0.3)),
    ),
    sheet,
  ]);
};

export const robotVacuum: Draw = ({ w, h, paint, accent }) => {
  const r = w / 2;
  const body = drum(r, r, 8, h, r, r, paint);
  const rim = drum(r, r, h, h + 1, r * 0.9, r * 0.9, lighter(paint, 0.3));
  const tower = drum(r, r * 1.2, h, h + 22, r * 0.28, r * 0.26, accent);
  const lid = drum(r, r * 1.2, h + 22, h + 23, r * 0.2, r * 0.2, steel);
  const dock = block(bounds(60, w + 40, 0, w - 120, 130, 330), paint, { round: 40 });
  return floor([
    withMarks(dock, mark(rounded(w / 2 - 60, 40, 120, 90, 20), 'y', w + 40, accent)),
    { ...body, shapes: [...body.shapes, ...rim.shapes] },
    { ...tower, shapes: [...tower.shapes, ...lid.shapes] },
  ]);
};
