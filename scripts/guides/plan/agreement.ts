import { Quaternion, Vector3 } from 'three';
import type { Arrival } from '#protocol/guide';
import type { Body } from '../geometry/bodies.ts';
import { contactsOf } from './contacts.ts';
import type { PlannedStep } from './disassemble.ts';

/** How far a planned order agrees with the guide that its author wrote. Shares are 0-1; 1 where nothing can disagree. */
export interface Agreement {
  /** Of the pairs of touching pieces that the guide places one after the other: the share that the plan places so too. */
  order: number;
  /** Of the pieces: the share that the plan brings in the way the guide does, to within `sameWay`. */
  direction: number;
  pairs: number;
  pieces: number;
}

/** Cosine of 10 degrees: an author's slanted direction is not on the planner's grid of 26. */
const sameWay = Math.cos(Math.PI / 18);

interface Placed {
  /** Position in the order of building; pieces that come in together share one. */
  at: number;
  direction: [number, number, number];
}

/** What of a guide is compared. */
export interface BuiltBySteps {
  steps: readonly { arrivals: readonly Pick<Arrival, 'nodes' | 'direction' | 'aside'>[] }[];
}

/**
 * Compares a plan with a guide. Pairs that do not touch are left out, as the product does not care which is first; so are
 * pairs that the guide brings in within one step, where the author leaves the order to the reader.
 */
export function agreementOf(
  plan: readonly PlannedStep[],
  guide: BuiltBySteps,
  bodies: readonly Body[],
): Agreement {
  const planned = new Map(
    plan.flatMap(({ nodes, direction }, at) =>
      nodes.map((node): [string, Placed] => [node, { at, direction }]),
    ),
  );
  const authored = authoredPlaces(guide);
  const contacts = contactsOf(bodies);
  let pairs = 0;
  let inOrder = 0;
  for (const [node, mine] of authored) {
    for (const other of contacts.get(node) ?? []) {
      const theirs = authored.get(other);
      const [a, b] = [planned.get(node), planned.get(other)];
      if (!theirs || mine.at >= theirs.at || !a || !b) continue;
      pairs += 1;
      if (a.at < b.at) inOrder += 1;
    }
  }
  const both = [...authored].flatMap(([node, mine]) => {
    const theirs = planned.get(node);
    return theirs ? [cosine(mine.direction, theirs.direction)] : [];
  });
  return {
    order: share(inOrder, pairs),
    direction: share(both.filter((value) => value >= sameWay).length, both.length),
    pairs,
    pieces: both.length,
  };
}

/** When and which way each piece joins the rest; one built aside joins its assembly when it arrives, not when that comes home. */
function authoredPlaces(guide: BuiltBySteps): Map<string, Placed> {
  return new Map(
    guide.steps.flatMap(({ arrivals }, at) =>
      arrivals.flatMap(({ nodes, direction, aside }) =>
        nodes.map((node): [string, Placed] => [
          node,
          { at, direction: aside?.turn ? upright(direction, aside.turn) : direction },
        ]),
      ),
    ),
  );
}

/** The direction as the piece sees it in the finished product: an arrival is drawn as the assembly lies. */
function upright(
  [x, y, z]: [number, number, number],
  [qx, qy, qz, qw]: [number, number, number, number],
): [number, number, number] {
  const { x: rx, y: ry, z: rz } = new Vector3(x, y, z).applyQuaternion(new Quaternion(-qx, -qy, -qz, qw));
  return [rx, ry, rz];
}

const cosine = (a: [number, number, number], b: [number, number, number]) =>
  (a[0] * b[0] + a[1] * b[1] + a[2] * b[2]) / (Math.hypot(...a) * Math.hypot(...b));

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
