import { legs } from '../cabinet.ts';
import type { Draw } from '../item.ts';
import { darker, darkSteel, lighter, steel } from '../paint.ts';
import { block, drum, mark, prism, rounded, type Solid, tube, withMarks } from '../solid.ts';
import { bounds } from '../space.ts';

const floor = (solids: Solid[]) => ({ solids, stands: 'floor' as const });
const wood = '#8a5f3c';

/** Cushions in a row, seen from the front. */
function cushions(
  x: number,
  width: number,
  count: number,
  y: number,
  depth: number,
  z: number,
  height: number,
  paint: string,
) {
  const each = width / count;
  return Array.from({ length: count }, (_, index) =>
    block(bounds(x + index * each + 4, y, z, each - 8, depth, height), paint, { round: 46 }),
  );
}

export const sofa: Draw = ({ w, d, h, paint }) => {
  const arm = 190;
  const seat = 430;
  return floor([
    ...legs(bounds(0, 0, 0, w, d, h), 110, 50, 60, wood),
    block(bounds(arm, d - 240, 110, w - 2 * arm, 240, h - 130), darker(paint, 0.08), {
      round: 60,
      axis: 'x',
    }),
    block(bounds(arm - 10, 40, 110, w - 2 * arm + 20, d - 260, 170), darker(paint, 0.1)),
    ...cushions(arm, w - 2 * arm, 3, 20, d - 280, 280, seat - 280, paint),
    ...cushions(arm, w - 2 * arm, 3, d - 400, 180, seat, h - seat - 10, lighter(paint, 0.05)),
    block(bounds(0, 0, 110, arm, d, 500), paint, { round: 80 }),
    block(bounds(w - arm, 0, 110, arm, d, 500), paint, { round: 80 }),
  ]);
};

export const cornerSofa: Draw = ({ w, d, h, paint }) => {
  const body = 950;
  const arm = 190;
  const chaise = 900;
  return floor([
    ...legs(bounds(0, d - body, 0, w, body, h), 100, 50, 60, wood),
    ...legs(bounds(w - chaise, 0, 0, chaise, d - body, h), 100, 50, 60, wood),
    block(bounds(arm, d - 240, 100, w - arm, 240, h - 130), darker(paint, 0.08), { round: 60, axis: 'x' }),
    block(bounds(arm, d - body + 30, 100, w - arm - chaise, body - 260, 180), darker(paint, 0.1)),
    ...cushions(arm, w - arm - chaise, 2, d - body, body - 260, 280, 150, paint),
    block(bounds(w - chaise, 0, 100, chaise, d - 250, 180), darker(paint, 0.1)),
    block(bounds(w - chaise + 4, -10, 280, chaise - 8, d - 250, 150), paint, { round: 46 }),
    ...cushions(arm, w - arm, 3, d - 400, 160, 430, h - 450, lighter(paint, 0.05)),
    block(bounds(0, d - body, 100, arm, body, 500), paint, { round: 80 }),
  ]);
};

export const sofaBed: Draw = ({ w, d, h, paint }) =>
  floor([
    ...legs(bounds(0, 0, 0, w, d, h), 150, 40, 80, '#2f2f31'),
    block(bounds(0, d - 200, 150, w, 200, h - 160), paint, { round: 60, axis: 'x' }),
    block(bounds(0, 20, 150, w, d - 220, 110), darker(paint, 0.12)),
    block(bounds(0, 0, 262, w, d - 210, 170), paint, { round: 44, axis: 'x' }),
    ...[90, w - 520].map((x) =>
      block(bounds(x, d - 330, 432, 430, 130, 330), lighter(paint, 0.34), { round: 60 }),
    ),
  ]);

export const armchair: Draw = ({ w, d, h, paint }) => {
  const arm = 110;
  return floor([
    ...legs(bounds(0, 0, 0, w, d, h), 180, 44, 30, wood),
    block(bounds(20, d - 190, 180, w - 40, 190, h - 190), paint, { round: 150 }),
    block(bounds(arm, 30, 180, w - 2 * arm, d - 210, 130), darker(paint, 0.12)),
    block(bounds(arm, 0, 310, w - 2 * arm, d - 200, 150), lighter(paint, 0.05), { round: 54 }),
    block(bounds(0, 20, 180, arm, d - 140, 430), paint, { round: 54 }),
    block(bounds(w - arm, 20, 180, arm, d - 140, 430), paint, { round: 54 }),
  ]);
};

export const footstool: Draw = ({ w, d, h, paint }) =>
  floor([
    ...legs(bounds(0, 0, 0, w, d, h), 150, 40, 40, wood),
    block(bounds(0, 0, 150, w, d, h - 210), darker(paint, 0.08), { round: 40, axis: 'z' }),
    block(bounds(-4, -4, h - 96, w + 8, d + 8, 96), paint, { round: 48 }),
  ]);

export const diningChair: Draw = ({ w, d, h, paint }) => {
  const seat = 450;
  const back = prism(rounded(20, h - 230, w - 40, 230, 90), 'y', d - 36, d - 10, paint);
  return floor([
    tube(
      [
        [60, d - 50, seat],
        [30, d - 10, 0],
      ],
      36,
      darker(paint, 0.1),
    ),
    tube(
      [
        [w - 60, d - 50, seat],
        [w - 30, d - 10, 0],
      ],
      36,
      darker(paint, 0.1),
    ),
    tube(
      [
        [60, 60, seat],
        [34, 16, 0],
      ],
      36,
      paint,
    ),
    tube(
      [
        [w - 60, 60, seat],
        [w - 34, 16, 0],
      ],
      36,
      paint,
    ),
    block(bounds(0, 0, seat, w, d - 30, 34), paint, { round: 90, axis: 'z' }),
    tube(
      [
        [70, d - 40, seat + 30],
        [70, d - 26, h - 120],
      ],
      34,
      paint,
    ),
    tube(
      [
        [w - 70, d - 40, seat + 30],
        [w - 70, d - 26, h - 120],
      ],
      34,
      paint,
    ),
    back,
  ]);
};

export const barStool: Draw = ({ w, h, paint, accent }) => {
  const r = w / 2;
  const leg = (sx: number, sy: number) =>
    tube(
      [
        [r + sx * 90, r + sy * 90, h - 40],
        [r + sx * 165, r + sy * 165, 0],
      ],
      34,
      paint,
    );
  const rest = tube(
    [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
      [-1, -1],
    ].map(([x = 0, y = 0]) => [r + x * 144, r + y * 144, 190] as const),
    18,
    darker(accent, 0.1),
  );
  return floor([
    leg(-1, 1),
    leg(1, 1),
    rest,
    leg(-1, -1),
    leg(1, -1),
    drum(r, r, h - 44, h, r * 0.86, r * 0.9, paint),
  ]);
};

export const officeChair: Draw = ({ w, d, h, paint, accent }) => {
  const c = w / 2;
  const feet = [0.3, 1.56, 2.8, 4.1, 5.35].flatMap((angle) => {
    const [x, y] = [c + Math.cos(angle) * 300, c + Math.sin(angle) * 300];
    return [
      tube(
        [
          [c, c, 100],
          [x, y, 70],
        ],
        40,
        accent,
      ),
      drum(x, y, 0, 56, 28, 28, '#2b2c2e'),
    ];
  });
  const mesh = prism(rounded(c - 230, 560, 460, h - 560, 110), 'y', d - 80, d - 50, paint);
  const lines = [0.25, 0.42, 0.59, 0.76].map((share) =>
    mark(rounded(c - 200, 560 + (h - 560) * share, 400, 5, 0), 'y', d - 80, darker(paint, 0.22)),
  );
  const arm = (x: number) => [
    tube(
      [
        [x, c, 470],
        [x, c, 660],
      ],
      30,
      accent,
    ),
    block(bounds(x - 36, c - 130, 660, 72, 240, 34), accent, { round: 16, axis: 'x' }),
  ];
  return floor([
    ...feet,
    drum(c, c, 100, 400, 32, 26, steel),
    block(bounds(c - 250, 60, 420, 500, d - 150, 90), darker(paint, 0.2), { round: 40 }),
    tube(
      [
        [c, d - 90, 440],
        [c, d - 56, 700],
      ],
      50,
      accent,
    ),
    withMarks(mesh, ...lines),
    ...arm(c - 270),
    ...arm(c + 270),
  ]);
};

export const gardenBench: Draw = ({ w, d, h, paint }) => {
  const seat = Array.from({ length: 4 }, (_, i) => block(bounds(0, 30 + i * 118, 420, w, 96, 28), paint));
  const back = Array.from({ length: 3 }, (_, i) =>
    block(bounds(0, d - 70 + i * 14, 540 + i * 118, w, 26, 90), paint),
  );
  const sides = [60, w - 110].flatMap((x) => [
    block(bounds(x, 40, 0, 50, 50, 420), darkSteel),
    block(bounds(x, d - 44, 0, 50, 50, h - 20), darkSteel),
    block(bounds(x - 10, 10, 610, 66, d - 60, 34), paint),
    block(bounds(x, 40, 448, 50, 50, 162), darkSteel),
  ]);
  return floor([...sides, ...seat, ...back]);
};
