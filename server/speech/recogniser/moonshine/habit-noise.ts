const samples = 16_000;

/** A second of pink-like noise, always the same: what the decoder writes over it is its habit. */
export function habitNoise(): Float32Array {
  let seed = 1;
  let low = 0;
  return Float32Array.from({ length: samples }, () => {
    // The minimal standard generator of Park and Miller (1988).
    seed = (seed * 16_807) % 2_147_483_647;
    low = 0.9 * low + 0.01 * (seed / 2_147_483_647 - 0.5);
    return 4 * low;
  });
}
