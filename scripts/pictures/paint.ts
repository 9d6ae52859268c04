import { dot, type Vec3 } from './space.ts';

/** Colours as the catalogue names them. */
const named: Record<string, string> = {
  'natural oak': '#c99f68',
  oak: '#c99f68',
  white: '#f1efe9',
  graphite: '#53575a',
  birch: '#e2c893',
  black: '#3a3b3e',
  ash: '#dbc59f',
  walnut: '#805539',
  'natural bamboo': '#d9b36c',
  grey: '#9b9ea0',
  beech: '#d8a974',
  sage: '#8fa38b',
  mint: '#a5cfba',
  mustard: '#d6a233',
  oatmeal: '#dccfb7',
  slate: '#64717b',
  moss: '#727c54',
  charcoal: '#54585c',
  teal: '#2f7b7e',
  rust: '#b25a35',
  stone: '#bdb6aa',
  'natural pine': '#e0b97e',
  acacia: '#a8703f',
  silver: '#c6cacd',
  sand: '#dcc9a6',
  blue: '#43719f',
  coral: '#e4775f',
  cream: '#efe5d0',
  green: '#628f6e',
  copper: '#c07c4b',
  brass: '#c49e4c',
  steel: '#c0c5c8',
};

export const steel = '#9aa0a4';
export const darkSteel = '#45494d';
export const linen = '#f0e9da';

/** Throws on a colour that has no paint yet. */
export function paintOf(colour: string): string {
  const paint = named[colour];
  if (!paint) throw new Error(`No paint for the colour "${colour}": add it to scripts/pictures/paint.ts.`);
  return paint;
}

/** Mixes `share` (0-1) of `other` into `paint`. */
export function mix(paint: string, other: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const a = Number.parseInt(paint.slice(at, at + 2), 16);
    const b = Number.parseInt(other.slice(at, at + 2), 16);
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}

const shadow = '#2a2230';

export const darker = (paint: string, share: number): string => mix(paint, shadow, share);
export const lighter = (paint: string, share: number): string => mix(paint, '#ffffff', share);

const light: Vec3 = [-0.42, -0.5, 0.76];

/** A paint as a face with this normal shows it: light comes from the upper left, in front. */
export function lit(paint: string, normal: Vec3): string {
  const shine = dot(light, normal);
  if (shine >= 0.5) return lighter(paint, (shine - 0.5) * 0.5);
  return darker(paint, Math.min(0.36, (0.5 - shine) * 0.36));
}
