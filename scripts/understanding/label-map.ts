import { readFileSync } from 'node:fs';
import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import { intents, moods } from '#protocol';
import { acts } from '../../server/dialogue/contract.ts';
import { fromRoot } from '../../server/paths.ts';

export const tasks = { intent: intents, act: acts, mood: moods } as const satisfies Record<
  string,
  readonly string[]
>;
export type Task = keyof typeof tasks;

const TaskMap = Type.Object({
  /** Other people's labels: ours that count as right, the one to train on first. */
  labels: Type.Record(Type.String(), Type.Array(Type.String(), { minItems: 1 })),
  /** Labels that none of ours answers to: such rows are neither trained on nor scored. */
  leftOut: Type.Array(Type.String()),
  /** By the start of a source's name: that source's own finer label to ours, as above. The first start that fits counts. */
  sources: Type.Record(Type.String(), Type.Record(Type.String(), Type.Array(Type.String(), { minItems: 1 }))),
});
const LabelMap = Type.Object({ intent: TaskMap, act: TaskMap, mood: TaskMap });

const map: Static<typeof LabelMap> = Value.Parse(
  LabelMap,
  JSON.parse(readFileSync(fromRoot('models', 'understanding', 'label-map.json'), 'utf8')),
);

/** Ours that count as right for a label, the one to train on first; null for one left out; undefined for a stranger. */
export function acceptedFor(
  task: Task,
  label: string,
  source = '',
  original = '',
): readonly string[] | null | undefined {
  const { labels, leftOut, sources } = map[task];
  const finer = Object.entries(sources)
    .filter(([start]) => source.startsWith(start))
    .map(([, originals]) => originals[original])
    .find((found) => found !== undefined);
  if (finer) return finer;
  if ((tasks[task] as readonly string[]).includes(label)) return [label];
  if (leftOut.includes(label)) return null;
  return labels[label];
}
