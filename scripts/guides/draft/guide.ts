import { Box3, Vector3 } from 'three';
import { type Guide, type GuideStep, guideFormat } from '#protocol/guide';
import type { Body } from '../geometry/bodies.ts';
import type { PlannedStep } from '../plan/disassemble.ts';
import { draftParts } from './parts.ts';
import { nameOf, stepWords } from './words.ts';

/** A guide for the author to edit: parts, letters, sizes, order and directions filled in, words proposed and marked. */
export function draftGuide(slug: string, bodies: Body[], plan: PlannedStep[]): Guide {
  const parts = draftParts(bodies);
  const whole = bodies.reduce((box, body) => box.union(body.box), new Box3());
  const centre = whole.getCenter(new Vector3());
  const camera: GuideStep['camera'] = {
    azimuth: 30,
    elevation: 20,
    distance: Math.min(12, Math.max(0.3, whole.getSize(new Vector3()).length() * 1.6)),
    target: [centre.x, centre.y, centre.z],
  };
  const partOf = (node: string) => parts.find((part) => part.nodes.includes(node));
  const letter = (node: string) => partOf(node)?.letter ?? node;
  const steps = joinEqual(plan, letter).map((arrivals, i): GuideStep => {
    const arriving = [...new Set(arrivals.flatMap(({ nodes }) => nodes.map(partOf)))];
    const [first] = arrivals;
    return {
      id: `step-${i + 1}`,
      ...stepWords(
        arriving.filter((part) => part !== undefined),
        arrivals.flatMap(({ nodes }) => nodes).length,
        first?.direction ?? [0, -1, 0],
        i === 0,
      ),
      warnings: [],
      arrivals: arrivals.map(({ nodes, direction, distance }) => ({ nodes, direction, distance })),
      moves: [],
      fasteners: [],
      tools: [],
      camera,
      minutes: 3,
      mistakes: [],
    };
  });
  return {
    format: guideFormat,
    slug,
    revision: 1,
    product: slug,
    title: nameOf(slug),
    stands: 'floor',
    minutes: steps.length * 3,
    difficulty: 2,
    people: 1,
    safety: [],
    parts,
    hardware: [],
    tools: [],
    steps,
    joints: [],
  };
}

/** Equal pieces that come in one after the other the same way are one step. */
function joinEqual(plan: PlannedStep[], letter: (node: string) => string): PlannedStep[][] {
  const kind = (step: PlannedStep) => `${step.nodes.map(letter).sort().join()} ${step.direction.join()}`;
  const steps: PlannedStep[][] = [];
  for (const planned of plan) {
    const last = steps.at(-1)?.[0];
    if (last && kind(last) === kind(planned)) steps.at(-1)?.push(planned);
    else steps.push([planned]);
  }
  return steps;
}
