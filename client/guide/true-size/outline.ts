import type { GuideHardware } from '#protocol/guide';

/** A drawing in millimetres: its box starts at 0, 0. */
export interface Outline {
  width: number;
  height: number;
  /** The silhouette, an SVG path. */
  body: string;
  /** Lines on it: threads, flutes, the slot of a cam. */
  lines: string;
  /** The middle was left out because it is longer than there is room for. */
  cut: boolean;
}

type Shape = Pick<GuideHardware, 'kind' | 'length' | 'diameter'>;

/** Diameter of the head over that of the shank, and the head's height over the diameter. */
const heads: Partial<Record<GuideHardware['kind'], { wide: number; high: number }>> = {
  screw: { wide: 2, high: 0.55 },
  bolt: { wide: 1.7, high: 0.8 },
  pin: { wide: 1.6, high: 0.4 },
  'cam-bolt': { wide: 1.4, high: 0.5 },
  nail: { wide: 2.2, high: 0.25 },
  anchor: { wide: 1.4, high: 0.2 },
  clip: { wide: 1.5, high: 0.6 },
};
const threaded = new Set<GuideHardware['kind']>(['screw', 'bolt', 'cam-bolt', 'anchor']);
const pointed = new Set<GuideHardware['kind']>(['screw', 'nail']);

const n = (value: number) => String(Math.round(value * 100) / 100);
const circle = (x: number, y: number, radius: number) =>
  `M${n(x - radius)} ${n(y)}a${n(radius)} ${n(radius)} 0 1 0 ${n(radius * 2)} 0a${n(radius)} ${n(radius)} 0 1 0 ${n(-radius * 2)} 0z`;

/**
 * A fastener seen from its side, lying, at true size. `room` is how many millimetres it may be long; a longer one keeps
 * its thickness and loses its middle.
 */
export function outlineOf({ kind, length, diameter }: Shape, room: number): Outline {
  const long = Math.min(length * 1000, room);
  const thick = diameter * 1000;
  const cut = length * 1000 > room;
  if (kind === 'washer') return washer(thick);
  if (kind === 'cam-lock') return camLock(thick);
  if (kind === 'dowel') return { ...dowel(long, thick), cut };
  return { ...shanked(kind, long, thick), cut };
}

function washer(diameter: number): Outline {
  const outer = diameter;
  const body = circle(outer, outer, outer) + circle(outer, outer, diameter / 2);
  return { width: outer * 2, height: outer * 2, body, lines: '', cut: false };
}

/** From its face, as it looks up out of the panel. */
function camLock(diameter: number): Outline {
  const r = diameter / 2;
  const arm = r * 0.55;
  const lines = `M${n(r - arm)} ${n(r)}h${n(arm * 2)}M${n(r)} ${n(r - arm)}v${n(arm * 2)}`;
  return { width: diameter, height: diameter, body: circle(r, r, r), lines, cut: false };
}

function dowel(long: number, thick: number): Omit<Outline, 'cut'> {
  const edge = Math.min(thick * 0.2, long * 0.1);
  const body = `M${n(edge)} 0H${n(long - edge)}L${n(long)} ${n(edge)}V${n(thick - edge)}L${n(long - edge)} ${n(thick)}H${n(edge)}L0 ${n(thick - edge)}V${n(edge)}z`;
  const lines = [0.3, 0.5, 0.7].map((at) => `M${n(edge)} ${n(thick * at)}H${n(long - edge)}`).join('');
  return { width: long, height: thick, body, lines };
}

function shanked(kind: GuideHardware['kind'], long: number, thick: number): Omit<Outline, 'cut'> {
  const head = heads[kind];
  const tall = thick * (head?.wide ?? 1);
  const headLong = head ? Math.min(thick * head.high, long * 0.3) : 0;
  const [top, bottom] = [(tall - thick) / 2, (tall + thick) / 2];
  const tip = pointed.has(kind) ? Math.min(thick * 1.1, long * 0.3) : Math.min(thick * 0.12, long * 0.1);
  const inset = pointed.has(kind) ? thick / 2 : thick * 0.12;
  // A screw's head is sunk into the wood, every other stands on it.
  const front = kind === 'screw' ? `L${n(headLong)} ${n(top)}` : `H${n(headLong)}V${n(top)}`;
  const back = kind === 'screw' ? `L0 ${n(tall)}` : `V${n(tall)}H0`;
  const body = `M0 0${front}H${n(long - tip)}L${n(long)} ${n(top + inset)}V${n(bottom - inset)}L${n(long - tip)} ${n(bottom)}H${n(headLong)}${back}z`;
  const pitch = Math.max(0.7, thick * 0.22);
  const turns = threaded.has(kind) ? Math.floor((long - headLong - tip) / pitch) : 0;
  const lines = Array.from({ length: Math.max(0, turns) }, (_, turn) => {
    const x = headLong + pitch * (turn + 0.6);
    return `M${n(x)} ${n(top)}L${n(x + pitch * 0.5)} ${n(bottom)}`;
  }).join('');
  return { width: long, height: tall, body, lines };
}
