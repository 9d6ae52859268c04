import type { Document } from '@gltf-transform/core';
import type { PlannedStep } from '../plan/disassemble.ts';

/**
 * Steps that the author animated: one clip a step, named "step-01 …" in order. A node with a translation track arrives,
 * from where its track begins to where it ends. `nameOf` answers a node's name in the guide by its index in the file.
 */
export function stepsFromClips(
  document: Document,
  nameOf: (index: number) => string | undefined,
): PlannedStep[] {
  const nodes = document.getRoot().listNodes();
  const clips = document
    .getRoot()
    .listAnimations()
    .filter((clip) => /^step[-_ ]?\d+/i.test(clip.getName()))
    .sort((a, b) => a.getName().localeCompare(b.getName(), 'en', { numeric: true }));
  return clips.flatMap((clip) => {
    const moving = clip
      .listChannels()
      .filter((channel) => channel.getTargetPath() === 'translation')
      .flatMap((channel) => {
        const output = channel.getSampler()?.getOutput();
        const target = channel.getTargetNode();
        const node = target && nameOf(nodes.indexOf(target));
        if (!output || !node || output.getCount() < 2) return [];
        const first = output.getElement(0, [0, 0, 0]) as [number, number, number];
        const last = output.getElement(output.getCount() - 1, [0, 0, 0]) as [number, number, number];
        const way = last.map((value, axis) => value - (first[axis] ?? 0)) as [number, number, number];
        const distance = Math.hypot(...way);
        if (distance < 1e-6) return [];
        return [{ nodes: [node], direction: way.map((value) => value / distance) as typeof way, distance }];
      });
    return moving.length > 0 ? [moving.reduce(together)] : [];
  });
}

/** Nodes that one clip moves the same way come in together. */
function together(step: PlannedStep, next: PlannedStep): PlannedStep {
  return { ...step, nodes: [...step.nodes, ...next.nodes] };
}
