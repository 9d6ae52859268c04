import { unmarked } from '../draft/todo.ts';
import type { NewGuide } from './new-guide.ts';
import { countOf, quoted } from './refusal.ts';

const mostListed = 12;

/** What was found and planned, for the author to read: notes, joints, fasteners, and the plan as a table. */
export function reportOf({ guide, joints, notes, bodies }: NewGuide, file: string): string {
  const partOf = (node: string) => guide.parts.find(({ nodes }) => nodes.includes(node));
  const named = (node: string) => {
    const part = partOf(node);
    return part ? `${part.letter} ${unmarked(part.label.en)}` : node;
  };
  const fasteners = guide.hardware.map(
    ({ label, count, kind }) => `  ${count} x ${unmarked(label.en)} (${kind})`,
  );
  const rows = guide.steps.map((step, index) => [
    String(index + 1),
    step.arrivals.length === 0
      ? 'turn it over'
      : quoted(
          step.arrivals.flatMap(({ nodes }) => nodes.map(named)),
          4,
        ).replaceAll('"', ''),
    step.arrivals[0] ? directionInWords(step.arrivals[0].direction) : '',
    step.fasteners.length > 0 ? countOf(step.fasteners.length, 'fastener') : '',
    step.posture ? 'lying' : '',
  ]);
  return [
    '',
    `${file}: ${countOf(bodies.length, 'piece')} of ${countOf(guide.parts.length, 'part')}, ${countOf(guide.steps.length, 'step')}.`,
    ...notes,
    ...(joints.length > 0
      ? [
          `${countOf(joints.length, 'pair')} overlap where they rest and are taken for joints:`,
          ...joints
            .slice(0, mostListed)
            .map(({ a, b, depth }) => `  ${named(a)} in ${named(b)}: ${(depth * 1000).toFixed(1)} mm`),
          ...(joints.length > mostListed
            ? [`  and ${joints.length - mostListed} more, in guide.json under "joints"`]
            : []),
        ]
      : []),
    ...(fasteners.length > 0 ? ['Fasteners found among its parts:', ...fasteners] : []),
    '',
    table(['step', 'what comes in', 'its way', 'fasteners', ''], rows),
  ].join('\n');
}

function table(head: string[], rows: string[][]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map(
      (row) =>
        `  ${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}`,
    )
    .join('\n');
}

/** "down", "to the right", "up and back". */
function directionInWords([x, y, z]: readonly [number, number, number]): string {
  const words = [
    [y, 'up', 'down'],
    [x, 'to the right', 'to the left'],
    [z, 'to the front', 'to the back'],
  ] as const;
  return words
    .filter(([share]) => Math.abs(share) > 0.3)
    .sort(([a], [b]) => Math.abs(b) - Math.abs(a))
    .map(([share, positive, negative]) => (share > 0 ? positive : negative))
    .join(' and ');
}
