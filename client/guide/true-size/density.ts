/** Width of a bank card's short side in millimetres (ISO/IEC 7810 ID-1). It fits across every phone. */
export const cardShortSide = 53.98;

/** CSS pixels a millimetre on any screen between a wall display and the densest phone. */
export const densityRange = { least: 2.5, most: 9 } as const;

const key = 'hexkey.pixels-per-mm';

/**
 * A first guess, in CSS pixels a millimetre: phones are held close and have about 154 CSS pixels an inch, other screens
 * the 96 that CSS assumes. Wrong by up to a fifth, therefore only good until somebody has measured.
 */
export const guessedDensity = (touch: boolean): number => (touch ? 154 : 96) / 25.4;

/** What was measured on this screen before; undefined where nothing was, or nothing sensible. */
export function measuredDensity(storage: Pick<Storage, 'getItem'> | undefined): number | undefined {
  const value = Number(storage?.getItem(key) ?? Number.NaN);
  return value >= densityRange.least && value <= densityRange.most ? value : undefined;
}

export function keepDensity(storage: Pick<Storage, 'setItem'> | undefined, density: number): void {
  storage?.setItem(key, String(density));
}
