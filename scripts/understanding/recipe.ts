import { seededRandom } from '../../server/demo/seeded-random.ts';
import { buckets, featuresOf } from '../../server/dialogue/understanding/features.ts';
import { join, vary } from './augment.ts';
import { type Task, tasks } from './label-map.ts';
import type { LinearModel } from './linear-model.ts';
import { type Example, trainLinear } from './linear-trainer.ts';
import { pick } from './random.ts';
import type { Utterance } from './utterance.ts';

/**
 * How a task's model is trained. Its settings were chosen by the splits that `--report` prints, so those figures flatter it
 * a little.
 */
export interface Recipe {
  task: Task;
  /** Sigmoid outputs after the classes: one for a mood's intensity, one for an act's polarity. */
  scales: number;
  /** What that output should say of an utterance, 0-1; undefined where nothing is known. */
  scale(utterance: Utterance): number | undefined;
  style: boolean;
  outline: boolean;
  parts: boolean;
  epochs: number;
  rate: number;
  decay: number;
  /** Share of a target spread over all labels. */
  smoothing: number;
  /** Taken off a label's bias after training: how readily it is chosen, its ranking unchanged. */
  reluctance: Record<string, number>;
  /** How much an utterance counts. */
  weigh(utterance: Utterance): number;
  /** Changed copies of each utterance of ours. */
  variants: number;
  /** Copies of each utterance of ours said in one breath with another, which leaves its label true. */
  joined: number;
  /** Start of the source that those others come from. */
  company: string;
}

const intentWeights: [start: string, weight: number][] = [
  ['own', 1],
  ['drawn', 0.5],
  ['clauses', 1],
  ['hint3-powerplay', 0.2],
  ['hint3', 4],
  ['abcd', 3],
  ['banking77', 0.1],
  ['dstc11', 0.3],
  ['clinc', 0.3],
  ['bitext', 1],
];

/** CLINC's "cancel" ends a dialogue; in a shop the bare word is about an order. */
const isBareCancel = ({ source, original, text }: Utterance) =>
  source === 'clinc' && original === 'cancel' && /cancel/i.test(text);

const weightBySource = (weights: [string, number][], source: string) =>
  weights.find(([start]) => source.startsWith(start))?.[1] ?? 1;

export const recipes: Record<Task, Recipe> = {
  intent: {
    task: 'intent',
    scales: 0,
    scale: () => undefined,
    style: false,
    outline: false,
    parts: false,
    epochs: 8,
    rate: 0.3,
    decay: 1e-5,
    smoothing: 0.05,
    reluctance: { out_of_scope: 2.2 },
    weigh: (utterance) => (isBareCancel(utterance) ? 0 : weightBySource(intentWeights, utterance.source)),
    variants: 3,
    joined: 0,
    company: 'none',
  },
  act: {
    task: 'act',
    scales: 1,
    scale: ({ negated }) => negated,
    style: true,
    outline: true,
    parts: true,
    epochs: 6,
    rate: 0.3,
    decay: 1e-5,
    smoothing: 0.02,
    reluctance: {},
    weigh: () => 1,
    variants: 1,
    joined: 0,
    company: 'none',
  },
  mood: {
    task: 'mood',
    scales: 1,
    scale: ({ intensity }) => intensity,
    style: true,
    outline: false,
    parts: false,
    epochs: 8,
    rate: 0.3,
    decay: 1e-5,
    smoothing: 0.05,
    reluctance: { neutral: 0.5 },
    weigh: ({ source }) =>
      weightBySource(
        [
          ['own', 1],
          ['drawn', 0.5],
          ['goemotions', 0.1],
          ['plain', 0.3],
        ],
        source,
      ),
    variants: 3,
    joined: 4,
    company: 'plain',
  },
};

function exampleOf(recipe: Recipe, utterance: Utterance, text: string, weight: number): Example {
  const labels: readonly string[] = tasks[recipe.task];
  const target = new Float32Array(labels.length + recipe.scales).fill(recipe.smoothing / labels.length);
  const at = labels.indexOf(utterance.accepted[0] as string);
  target[at] = (target[at] as number) + 1 - recipe.smoothing;
  if (recipe.scales > 0) target[labels.length] = recipe.scale(utterance) ?? Number.NaN;
  return { features: featuresOf(text, recipe.style, recipe.outline, recipe.parts), target, weight };
}

/** Trains on `utterances` alone; deterministic. */
export function trainBy(recipe: Recipe, utterances: Utterance[], seed = 1): LinearModel {
  const random = seededRandom(seed);
  const company = utterances.filter(({ source }) => source.startsWith(recipe.company));
  const examples = utterances.flatMap((utterance) => {
    const weight = recipe.weigh(utterance);

    const texts = [utterance.text];
    if (/^(?:own|clauses)/.test(utterance.source)) {
      const label = utterance.accepted[0] as string;
      for (let n = 0; n < recipe.variants; n++) texts.push(vary(utterance.text, label, random));
      if (company.length > 0 && label !== 'neutral')
        for (let n = 0; n < recipe.joined; n++)
          texts.push(join(utterance.text, vary(pick(company, random).text, label, random), random));
    }
    return texts.map((text) => exampleOf(recipe, utterance, text, weight / Math.sqrt(texts.length)));
  });
  const labels: readonly string[] = tasks[recipe.task];
  const { scales, epochs, rate, decay } = recipe;
  const model = trainLinear(examples, { buckets, classes: labels.length, scales, epochs, rate, decay, seed });
  for (const [label, less] of Object.entries(recipe.reluctance)) {
    const at = labels.indexOf(label);
    model.bias[at] = (model.bias[at] as number) - less;
  }
  return model;
}
