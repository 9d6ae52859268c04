import { describe, expect, test } from 'vitest';
import type { PicturePoint } from '#protocol';
import { arrowPath, distance, hits, onPicture, pictureBox, smoothPath, withPoint } from './geometry.ts';

const tall = { x: 0, y: 0, width: 360, height: 640 };
const wide = { x: 100, y: 50, width: 1280, height: 360 };

describe('a picture in a box of another shape', () => {
  test('has bars above and below where the box is taller', () => {
    expect(pictureBox(tall, 4 / 3)).toEqual({ x: 0, y: 185, width: 360, height: 270 });
  });

  test('has bars left and right where the box is wider', () => {
    expect(pictureBox(wide, 16 / 9)).toEqual({ x: 420, y: 50, width: 640, height: 360 });
  });

  test('is pointed at by shares of the picture, not of the box', () => {
    expect(onPicture({ x: 180, y: 320 }, tall, 4 / 3)).toEqual([0.5, 0.5]);
    expect(onPicture({ x: 0, y: 185 }, tall, 4 / 3)).toEqual([0, 0]);
    expect(onPicture({ x: 1060, y: 410 }, wide, 16 / 9)).toEqual([1, 1]);
  });

  test('is pointed at the same place at every size', () => {
    const small = onPicture({ x: 90, y: 185 + 67.5 }, tall, 4 / 3);
    const large = onPicture({ x: 900, y: 1850 + 675 }, { x: 0, y: 0, width: 3600, height: 6400 }, 4 / 3);
    expect(small).toEqual(large);
  });

  test('is not hit on its bars; what is dragged onto one stays at the edge', () => {
    expect(hits({ x: 180, y: 20 }, tall, 4 / 3)).toBe(false);
    expect(hits({ x: 180, y: 200 }, tall, 4 / 3)).toBe(true);
    expect(onPicture({ x: 180, y: 20 }, tall, 4 / 3)).toEqual([0.5, 0]);
  });
});

test('a distance is measured in the picture’s width, whichever way it goes', () => {
  const aspect = 2;
  expect(distance([0, 0], [0.1, 0], aspect)).toBeCloseTo(0.1);
  expect(distance([0, 0], [0, 0.2], aspect)).toBeCloseTo(0.1);
});

test('an arrow ends at its tip, with wings of equal length behind it', () => {
  const numbers =
    arrowPath([0, 0.5], [1, 0.5], 2)
      .match(/-?[\d.]+/g)
      ?.map(Number) ?? [];
  const [, , tipX, tipY, leftX, leftY, , , rightX, rightY] = numbers as [number, ...number[]];
  expect([tipX, tipY]).toEqual([1000, 250]);
  expect(leftX).toBe(rightX);
  expect(leftX).toBeLessThan(1000);
  expect((leftY ?? 0) - 250).toBeCloseTo(250 - (rightY ?? 0));
});

test('a short arrow’s head is no longer than the arrow', () => {
  const numbers =
    arrowPath([0, 0.5], [0.02, 0.5], 1)
      .match(/-?[\d.]+/g)
      ?.map(Number) ?? [];
  expect(numbers[4]).toBeGreaterThan(0);
});

test('a line by hand begins and ends where the hand did, and bends between', () => {
  const path = smoothPath(
    [
      [0, 0],
      [0.5, 0.1],
      [0.7, 0.6],
      [1, 1],
    ],
    1,
  );
  expect(path).toMatch(/^M0,0Q/);
  expect(path).toMatch(/L1000,1000$/);
  expect(path.match(/Q/g)).toHaveLength(2);
});

describe('a line being drawn', () => {
  test('leaves out the trembling of the hand', () => {
    const points: PicturePoint[] = [[0.5, 0.5]];
    expect(withPoint(points, [0.501, 0.5], 1)).toBe(points);
    expect(withPoint(points, [0.51, 0.5], 1)).toHaveLength(2);
  });

  test('never has more points than may be sent, and keeps its ends', () => {
    let points: readonly PicturePoint[] = [[0, 0]];
    for (let step = 1; step <= 1500; step++) points = withPoint(points, [(step % 100) / 100, step / 1500], 1);
    expect(points.length).toBeLessThanOrEqual(500);
    expect(points[0]).toEqual([0, 0]);
    expect(points.at(-1)).toEqual([0, 1]);
  });
});
