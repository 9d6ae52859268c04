import { cabinet, legs } from '../cabinet.ts';
import type { Draw } from '../item.ts';
import { darker, darkSteel, steel } from '../paint.ts';
import { block, drum, mark, rounded, type Solid, tube, withMarks } from '../solid.ts';
import { bounds } from '../space.ts';

const floor = (solids: Solid[]) => ({ solids, stands: 'floor' as const });

const steelFrame = (w: number, d: number, h: number, paint: string): Solid[] =>
  legs(bounds(0, 0, 0, w, d, h), h, 46, 30, paint);

export const desk: Draw = ({ w, d, h, paint, accent }) => {
  const drawer = cabinet(
    bounds(w - 460, 20, h - 170, 400, d - 60, 140),
    paint,
    [{ u: [0, 1], v: [0, 1], handle: 'groove' }],
    steel,
  );
  return floor([...steelFrame(w, d, h - 30, accent), drawer, block(bounds(0, 0, h - 30, w, d, 30), paint)]);
};

export const standingDesk: Draw = ({ w, d, h, paint }) => {
  const metal = darkSteel;
  const column = (x: number) => [
    block(bounds(x, 40, 0, 80, d - 80, 40), metal),
    block(bounds(x, d / 2 - 50, 40, 80, 100, h - 320), metal),
    block(bounds(x + 10, d / 2 - 38, h - 280, 60, 76, 250), steel),
  ];
  const beam = block(bounds(200, d / 2 - 40, h - 90, w - 400, 80, 60), metal);
  const top = withMarks(
    block(bounds(0, 0, h - 30, w, d, 30), paint, { round: 70, axis: 'z' }),
    mark(rounded(w - 330, h - 27, 130, 22, 8), 'y', 0, '#2b2c2e'),
  );
  return floor([...column(180), ...column(w - 260), beam, top]);
};

export const wallDesk: Draw = ({ w, d, h, paint }) => {
  const box = cabinet(
    bounds(0, d, 0, w, 130, h),
    paint,
    [{ u: [0.04, 0.96], v: [0.1, 0.94], face: 'open' }],
    steel,
  );
  const leaf = block(bounds(0, 0, 40, w, d, 26), paint);
  const stays = [30, w - 30].map((x) =>
    tube(
      [
        [x, d, h - 60],
        [x, d * 0.35, 70],
      ],
      10,
      steel,
    ),
  );
  const pen = drum(w * 0.3, d * 0.6, 66, 160, 34, 34, '#43719f');
  return { solids: [box, leaf, ...stays, pen], stands: 'wall' };
};

export const diningTable: Draw = ({ w, d, h, paint }) =>
  floor([
    ...legs(bounds(0, 0, 0, w, d, h), h - 40, 84, 40, paint),
    block(bounds(90, 60, h - 150, w - 180, d - 120, 110), darker(paint, 0.08)),
    block(bounds(0, 0, h - 40, w, d, 40), paint),
  ]);

export const dropLeafTable: Draw = ({ w, d, h, paint }) => {
  const half = w * 0.42;
  return floor([
    ...legs(bounds(0, 0, 0, half + 260, d, h), h - 30, 60, 30, paint),
    block(bounds(40, 40, h - 140, half + 180, d - 80, 110), darker(paint, 0.1)),
    block(bounds(0, 0, h - 30, half, d, 30), paint),
    block(bounds(half + 6, 0, h - 30, 254, d, 30), paint),
    block(bounds(half + 264, 0, h - 430, 26, d, 400), paint),
  ]);
};

export const roundTable: Draw = ({ w, h, paint, accent }) => {
  const r = w / 2;
  const posts = [0.6, 2.2, 3.8, 5.4].map((angle) => {
    const [x, y] = [r + Math.cos(angle) * r * 0.72, r + Math.sin(angle) * r * 0.72];
    return tube(
      [
        [x, y, 0],
        [x, y, h - 30],
      ],
      26,
      accent,
    );
  });
  return floor([
    ...posts.slice(0, 2),
    drum(r, r, h * 0.36, h * 0.36 + 22, r * 0.72, r * 0.72, paint),
    ...posts.slice(2),
    drum(r, r, h - 30, h, r, r, paint),
  ]);
};

export const trayTable: Draw = ({ w, h, paint }) => {
  const r = w / 2;
  const posts = [0.9, 3, 5.1].map((angle) =>
    tube(
      [
        [r + Math.cos(angle) * r * 0.8, r + Math.sin(angle) * r * 0.8, 0],
        [r + Math.cos(angle) * r * 0.5, r + Math.sin(angle) * r * 0.5, h - 50],
      ],
      20,
      darkSteel,
    ),
  );
  const tray = drum(r, r, h - 60, h, r, r, paint);
  const inner = drum(r, r, h - 2, h - 1, r * 0.93, r * 0.93, darker(paint, 0.1));
  return floor([...posts, { ...tray, shapes: [...tray.shapes, ...inner.shapes] }]);
};

export const kitchenTrolley: Draw = ({ w, d, h, paint }) => {
  const metal = darkSteel;
  const slats = (z: number) =>
    Array.from({ length: 5 }, (_, i) =>
      block(bounds(20, 30 + i * ((d - 60) / 5), z, w - 40, (d - 60) / 5 - 16, 18), paint),
    );
  const wheels = [50, w - 50].flatMap((x) => [50, d - 50].map((y) => drum(x, y, 0, 56, 26, 26, '#2b2c2e')));
  const drawer = cabinet(
    bounds(30, 14, h - 190, w - 60, d - 40, 150),
    paint,
    [{ u: [0, 1], v: [0, 1], handle: 'middle' }],
    steel,
  );
  return floor([
    ...wheels,
    ...legs(bounds(0, 0, 0, w, d, h), h - 40, 34, 6, metal).map((leg) => ({ ...leg })),
    ...slats(120),
    ...slats(400),
    drawer,
    block(bounds(-10, -10, h - 40, w + 20, d + 20, 40), paint),
  ]);
};
