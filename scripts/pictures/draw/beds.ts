import { legs } from '../cabinet.ts';
import type { Draw, Item } from '../item.ts';
import { darker, lighter, linen } from '../paint.ts';
import { block, type Solid } from '../solid.ts';
import { bounds } from '../space.ts';

const floor = (solids: Solid[]) => ({ solids, stands: 'floor' as const });

/** Mattress, cover and pillows; heads lie at the back. */
function bedding(x: number, z: number, w: number, d: number, cover: string): Solid[] {
  const pillows = w > 1200 ? 2 : 1;
  const each = (w - 120) / pillows;
  return [
    block(bounds(x, 20, z, w, d - 40, 170), linen, { round: 40 }),
    block(bounds(x - 6, 6, z + 60, w + 12, d * 0.62, 140), cover, { round: 50 }),
    ...Array.from({ length: pillows }, (_, index) =>
      block(bounds(x + 60 + index * each + 14, d - 480, z + 170, each - 28, 380, 110), '#fbf8f1', {
        round: 50,
      }),
    ),
  ];
}

const covers = ['#8fa38b', '#7f95a8', '#c98f6b'];
const coverOf = ({ slug }: Item) => covers[slug.length % covers.length] ?? '#8fa38b';

export const bed: Draw = (item) => {
  const { w, d, h, paint } = item;
  return floor([
    block(bounds(0, d - 50, 0, w, 50, h), paint),
    ...legs(bounds(0, 0, 0, w, d - 50, h), 160, 60, 4, paint),
    block(bounds(0, 0, 150, w, d - 50, 160), paint),
    ...bedding(30, 300, w - 60, d - 70, coverOf(item)),
  ]);
};

export const bunkBed: Draw = (item) => {
  const { w, d, h, paint } = item;
  const post = 66;
  const posts = (y: number) => [0, w - post].map((x) => block(bounds(x, y, 0, post, post, h), paint));
  const deck = (z: number) => [
    block(bounds(post, 4, z, w - 2 * post, 40, 120), paint),
    block(bounds(w - post, post, z, 40, d - 2 * post, 120), paint),
    ...bedding(50, z + 80, w - 110, d - 80, z < 500 ? coverOf(item) : '#c98f6b'),
  ];
  const rail = block(bounds(w - 50, post, h - 110, 36, d - 2 * post, 70), paint);
  const rungs = [380, 640, 900].map((z) =>
    block(bounds(post + 20, -30, z, 340, 36, 50), lighter(paint, 0.08)),
  );
  const stiles = [post, post + 340].map((x) =>
    block(bounds(x, -30, 0, 44, 36, h - 60), lighter(paint, 0.08)),
  );
  return floor([...posts(d - post), ...deck(220), ...deck(980), rail, ...posts(0), ...stiles, ...rungs]);
};

export const mattress: Draw = ({ w, d, h, paint }) =>
  floor([
    block(bounds(0, 0, 0, w, d, h - 60), paint, { round: 50, axis: 'z' }),
    block(bounds(-6, -6, h * 0.42, w + 12, d + 12, 12), darker(paint, 0.25), { round: 56, axis: 'z' }),
    block(bounds(0, 0, h * 0.5, w, d, h * 0.5), lighter(paint, 0.2), { round: 70, axis: 'z' }),
    ...[0.2, 0.4, 0.6, 0.8].map((share) =>
      block(bounds(40, d * share, h, w - 80, 10, 1), darker(paint, 0.12)),
    ),
  ]);

export const cot: Draw = ({ w: depth, d: width, h, paint }) => {
  const bars = (y: number) =>
    Array.from({ length: 11 }, (_, i) =>
      block(bounds(60 + i * ((width - 130) / 10), y, 180, 22, 22, h - 240), paint),
    );
  const ends = [0, width - 50].map((x) =>
    block(bounds(x, 0, 0, 50, depth, h), paint, { round: 60, axis: 'x' }),
  );
  const rails = (y: number) => [
    block(bounds(50, y - 8, 140, width - 100, 40, 60), paint),
    block(bounds(50, y - 8, h - 70, width - 100, 40, 60), paint),
  ];
  return floor([
    ends[0] as Solid,
    ...rails(depth - 50),
    ...bars(depth - 46),
    block(bounds(60, 50, 200, width - 120, depth - 110, 110), linen, { round: 30 }),
    ...rails(20),
    ...bars(24),
    ends[1] as Solid,
  ]);
};
