import { expect, test } from 'vitest';
import { layerFor } from './layer-for.ts';

test.each([
  [96, 0],
  [400, 0],
  [401, 1],
  [720, 1],
  [1080, 2],
  [3840, 2],
])('a picture %i pixels wide takes layer %i', (width, layer) => {
  expect(layerFor(width)).toBe(layer);
});
