import type { GuideStep } from '#protocol/guide';

/** Seconds. Slow enough to follow with the eyes, quick enough to watch twice. */
const pieceTravel = 1.4;
const pieceStagger = 0.45;
const fastenerTravel = 1.1;
/** All fasteners of a step have begun after this long, however many they are. */
const fastenerSpread = 1.6;
const pause = 0.25;

/** When everything in a step moves: seconds from the step's start. */
export interface Timeline {
  duration: number;
  /** Progress 0-1 of an arrival or move, eased. `index` counts the step's arrivals, then its moves. */
  piece(index: number, seconds: number): number;
  /** Progress 0-1 of a fastener, linear: screws turn evenly. */
  fastener(index: number, seconds: number): number;
}

/** Pieces come in one after the other; fasteners follow when all pieces stand. */
export function timelineOf(step: GuideStep): Timeline {
  const pieces = step.arrivals.length + step.moves.length;
  const fasteners = step.fasteners.length;
  const stagger = fasteners > 1 ? Math.min(0.25, fastenerSpread / (fasteners - 1)) : 0;
  const piecesEnd = pieces === 0 ? 0 : pieceTravel + (pieces - 1) * pieceStagger;
  const fastenersStart = pieces === 0 ? 0 : piecesEnd + pause;
  const duration = fasteners === 0 ? piecesEnd : fastenersStart + (fasteners - 1) * stagger + fastenerTravel;
  return {
    duration,
    piece: (index, seconds) => ease(fraction(seconds - index * pieceStagger, pieceTravel)),
    fastener: (index, seconds) => fraction(seconds - fastenersStart - index * stagger, fastenerTravel),
  };
}

const fraction = (seconds: number, length: number) => Math.min(1, Math.max(0, seconds / length));

/** Quick off, gentle in: hands slow down before parts meet. */
const ease = (t: number) => 1 - (1 - t) ** 3;
