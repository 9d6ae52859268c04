import type { Guide, GuideStep } from '#protocol/guide';
import type { Finding } from '../../../server/guides/index.ts';

/** Names that must fit together: nodes, parts, hardware, tools and letters, each known, and every piece placed once. */
export function checkReferences(guide: Guide, modelNodes: string[]): Finding[] {
  return [
    ...checkNodes(guide, modelNodes),
    ...checkPlacedOnce(guide),
    ...checkHardware(guide),
    ...checkUnique(
      'parts',
      'letter',
      guide.parts.map((part) => part.letter),
    ),
    ...checkUnique(
      'steps',
      'id',
      guide.steps.map((step) => step.id),
    ),
    ...guide.steps.flatMap((step, i) => checkVectors(step, i)),
  ];
}

export const stepName = (step: GuideStep, index: number) => `steps[${index}] "${step.id}"`;

function checkNodes(guide: Guide, modelNodes: string[]): Finding[] {
  const known = new Set(modelNodes);
  const pointedAt = guide.steps.flatMap((step) => step.highlights ?? []);
  const owned = guide.parts.flatMap((part) => part.nodes);
  const missing = [...owned, ...pointedAt]
    .filter((node) => !known.has(node))
    .map((node) => ({
      where: 'parts',
      problem: `node "${node}" is not in model.glb`,
      fix: `name a node so in the model, or correct the name; the model has: ${modelNodes.join(', ')}`,
    }));
  const orphans = modelNodes
    .filter((node) => !owned.includes(node))
    .map((node) => ({
      where: 'model.glb',
      problem: `node "${node}" belongs to no part`,
      fix: 'add it to the nodes of a part, or take it out of the model',
    }));
  return [...missing, ...orphans, ...checkUnique('parts', 'node', owned)];
}

function checkPlacedOnce(guide: Guide): Finding[] {
  const placed = guide.steps.flatMap((step) => step.arrivals.flatMap((arrival) => arrival.nodes));
  const aside = new Set(
    guide.steps.flatMap((step) =>
      step.arrivals.filter((arrival) => arrival.aside).flatMap((arrival) => arrival.nodes),
    ),
  );
  const home = new Set(guide.steps.flatMap((step) => step.moves.flatMap((move) => move.nodes)));
  const never = guide.parts
    .flatMap((part) => part.nodes)
    .filter((node) => !placed.includes(node))
    .map((node) => ({
      where: 'steps',
      problem: `"${node}" is never placed`,
      fix: 'let it arrive in a step',
    }));
  const unknown = placed
    .filter((node) => !guide.parts.some((part) => part.nodes.includes(node)))
    .map((node) => ({
      where: 'steps',
      problem: `"${node}" arrives but belongs to no part`,
      fix: 'correct the name',
    }));
  const left = [...aside]
    .filter((node) => !home.has(node))
    .map((node) => ({
      where: 'steps',
      problem: `"${node}" is put aside and never brought home`,
      fix: 'add it to the moves of a later step',
    }));
  return [...never, ...unknown, ...left, ...checkUnique('steps', 'arrival of', placed)];
}

function checkHardware(guide: Guide): Finding[] {
  const used = new Map<string, number>();
  for (const { hardware } of guide.steps.flatMap((step) => step.fasteners)) {
    used.set(hardware, (used.get(hardware) ?? 0) + 1);
  }
  const counts = guide.hardware
    .filter((item) => (used.get(item.id) ?? 0) > item.count)
    .map((item) => ({
      where: `hardware "${item.id}"`,
      problem: `the steps use ${used.get(item.id)} and the bag holds ${item.count}`,
      fix: 'raise the count or drop a fastener',
    }));
  const tools = new Set(guide.tools.map((tool) => tool.id));
  const wanted = [
    ...guide.steps.flatMap((step) => step.tools),
    ...guide.hardware.flatMap((item) => item.tool ?? []),
  ];
  return [
    ...counts,
    ...unknown('hardware', [...used.keys()], new Set(guide.hardware.map((item) => item.id))),
    ...unknown('tool', wanted, tools),
  ];
}

const unknown = (kind: string, names: string[], known: Set<string>): Finding[] =>
  [...new Set(names)]
    .filter((name) => !known.has(name))
    .map((name) => ({
      where: 'steps',
      problem: `${kind} "${name}" is not listed`,
      fix: `add it to the guide's list`,
    }));

const checkUnique = (where: string, what: string, names: string[]): Finding[] =>
  [...new Set(names.filter((name, i) => names.indexOf(name) !== i))].map((name) => ({
    where,
    problem: `${what} "${name}" stands more than once`,
    fix: 'keep one of them',
  }));

function checkVectors(step: GuideStep, index: number): Finding[] {
  const directions = [...step.arrivals, ...step.moves, ...step.fasteners].map(({ direction }) => direction);
  const vectors: number[][] = step.posture ? [...directions, step.posture] : directions;
  return vectors
    .filter((vector) => !(Math.abs(Math.hypot(...vector) - 1) < 0.01))
    .map((vector) => ({
      where: stepName(step, index),
      problem: `[${vector.join(', ')}] has length ${Math.hypot(...vector).toFixed(3)}, not 1`,
      fix: 'divide it by its length',
    }));
}
