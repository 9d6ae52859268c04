/** Widths of the simulcast layers for a full picture this wide: a quarter, a half and the whole of it. */
const full = 1280;
const widths = [full / 4, full / 2, full];

/**
 * The smallest simulcast layer that fills a picture shown `width` device pixels wide; a little enlarging is not seen.
 */
export function layerFor(width: number): number {
  const enlarging = 1.25;
  const fitting = widths.findIndex((layer) => layer * enlarging >= width);
  return fitting < 0 ? widths.length - 1 : fitting;
}
