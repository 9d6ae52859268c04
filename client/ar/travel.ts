import { Quaternion, Vector3 } from 'three';
import type { Guide, GuideStep } from '#protocol/guide';

/** A way in, as offsets from the final place: corner points, their distances from the start, and the whole length in metres. */
export interface Travel {
  corners: Vector3[];
  reached: number[];
  length: number;
}

export function travelOf(way: {
  direction: [number, number, number];
  distance: number;
  via?: [number, number, number][] | undefined;
}): Travel {
  const bends = (way.via ?? []).map((corner) => new Vector3(...corner));
  const end = new Vector3();
  const start = new Vector3(...way.direction).multiplyScalar(-way.distance).add(bends[0] ?? end);
  const corners = [start, ...bends, end];
  const reached = [0];
  for (let i = 1; i < corners.length; i++) {
    reached.push((reached[i - 1] ?? 0) + (corners[i] as Vector3).distanceTo(corners[i - 1] as Vector3));
  }
  return { corners, reached, length: reached.at(-1) ?? 0 };
}

/** Writes the offset at `progress` 0-1 along the way into `target`. */
export function travelAt(travel: Travel, progress: number, target: Vector3): Vector3 {
  const distance = Math.min(1, Math.max(0, progress)) * travel.length;
  for (let i = 1; i < travel.corners.length; i++) {
    const from = travel.reached[i - 1] as number;
    const to = travel.reached[i] as number;
    if (distance > to && i < travel.corners.length - 1) continue;
    const along = to > from ? (distance - from) / (to - from) : 1;
    return target.lerpVectors(travel.corners[i - 1] as Vector3, travel.corners[i] as Vector3, along);
  }
  return target.set(0, 0, 0);
}

/** What one piece does in one step. */
export type PieceRole = 'coming' | 'arriving' | 'placed';

/** A piece's whole story: the step it comes in, where it waits until then, and the step that brings it home. */
export interface PieceStory {
  node: string;
  arrives: number;
  arrival: Travel;
  /** Where it is built on the side: how far off, turned how, together with which pieces, until it is brought home. */
  aside: { offset: Vector3; turn: Quaternion; mates: string[] } | undefined;
  home: { step: number; travel: Travel } | undefined;
  /** Steps that point at it without moving it. */
  highlighted: number[];
}

export function storiesOf(guide: Guide): PieceStory[] {
  return guide.steps.flatMap((step, index) =>
    step.arrivals.flatMap((arrival) =>
      arrival.nodes.map((node) => ({
        node,
        arrives: index,
        arrival: travelOf(arrival),
        aside: arrival.aside && {
          offset: new Vector3(...arrival.aside.offset),
          turn: new Quaternion(...(arrival.aside.turn ?? [0, 0, 0, 1])),
          mates: homeMove(guide.steps, node)?.nodes ?? arrival.nodes,
        },
        home: homeOf(guide.steps, node),
        highlighted: guide.steps.flatMap(({ highlights }, step) =>
          highlights?.includes(node) ? [step] : [],
        ),
      })),
    ),
  );
}

function homeOf(steps: GuideStep[], node: string): PieceStory['home'] {
  const move = homeMove(steps, node);
  return move && { step: steps.findIndex(({ moves }) => moves.includes(move)), travel: travelOf(move) };
}

/** What is brought home together was one assembly while it lay aside. */
const homeMove = (steps: GuideStep[], node: string): GuideStep['moves'][number] | undefined =>
  steps.flatMap(({ moves }) => moves).find(({ nodes }) => nodes.includes(node));

export function roleAt(story: PieceStory, step: number): PieceRole {
  if (step < story.arrives) return 'coming';
  if (story.highlighted.includes(step)) return 'arriving';
  return step === story.arrives || step === story.home?.step ? 'arriving' : 'placed';
}

/**
 * The piece's offset from its final place in `step`, with its own travel at `progress` 0-1, written into `target`.
 * Returns how much of its turn aside it still has, 1 (all) to 0 (home). Pieces still to come show where they will end.
 */
export function offsetAt(story: PieceStory, step: number, progress: number, target: Vector3): number {
  target.set(0, 0, 0);
  if (step < story.arrives) return 0;
  if (story.home && step >= story.home.step) {
    if (step > story.home.step) return 0;
    travelAt(story.home.travel, progress, target);
    return Math.max(0, 1 - 2 * progress);
  }
  if (step === story.arrives) travelAt(story.arrival, progress, target);
  if (!story.aside) return 0;
  target.add(story.aside.offset);
  return 1;
}
