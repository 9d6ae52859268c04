import { featuresOf } from '../../server/dialogue/understanding/features.ts';
import { vary } from './augment.ts';
import { type Task, tasks } from './label-map.ts';
import type { LinearModel } from './linear-model.ts';
import { type Example, trainLinear } from './linear-trainer.ts';
import { seededRandom } from './random.ts';
import type { Utterance } from './utterance.ts';

/** How a task's model is trained. Chosen on the splits that `--report` prints, never on their test halves' rows. */
export interface Recipe {
  task: Task;
  /** Sigmoid outputs after the classes: one for a mood's intensity. */
  scales: number;
  style: boolean;
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
}

const intentWeights: [start: string, weight: number][] = [
  ['own', 2],
  ['hint3-powerplay', 0.1],
  ['hint3', 3],
  ['abcd', 2],
  ['banking77', 0.1],
  ['dstc11', 0.2],
  ['clinc', 0.3],
  ['bitext', 1],
];

const weightBySource = (weights: [string, number][], source: string) =>
  weights.find(([start]) => source.startsWith(start))?.[1] ?? 1;

export const recipes: Record<Task, Recipe> = {
  intent: {
    task: 'intent',
    scales: 0,
    style: false,
    epochs: 8,
    rate: 0.3,
    decay: 1e-5,
    smoothing: 0.05,
    reluctance: { out_of_scope: 2 },
    weigh: ({ source }) => weightBySource(intentWeights, source),
    variants: 3,
  },
  mood: {
    task: 'mood',
    scales: 1,
    style: true,
    epochs: 8,
    rate: 0.3,
    decay: 1e-5,
    smoothing: 0.05,
    reluctance: {},
    weigh: ({ source }) =>
      weightBySource(
        [
          ['own', 2],
          ['goemotions', 0.1],
          ['plain', 0.3],
        ],
        source,
      ),
    variants: 3,
  },
};

function exampleOf(recipe: Recipe, utterance: Utterance, text: string, weight: number): Example {
  const labels: readonly string[] = tasks[recipe.task];
  const target = new Float32Array(labels.length + recipe.scales).fill(recipe.smoothing / labels.length);
  const at = labels.indexOf(utterance.accepted[0] as string);
  target[at] = (target[at] as number) + 1 - recipe.smoothing;
  if (recipe.scales > 0) target[labels.length] = utterance.intensity ?? Number.NaN;
  return { features: featuresOf(text, recipe.style), target, weight };
}

/** Trains on `utterances` alone; deterministic. */
export function trainBy(recipe: Recipe, utterances: Utterance[], seed = 1): LinearModel {
  const random = seededRandom(seed);
  const examples = utterances.flatMap((utterance) => {
    const weight = recipe.weigh(utterance);
    if (weight === 0) return [];
    const own = utterance.source.startsWith('own');
    const texts = [utterance.text];
    if (own)
      for (let n = 0; n < recipe.variants; n++)
        texts.push(vary(utterance.text, utterance.accepted[0] as string, random));
    return texts.map((text) => exampleOf(recipe, utterance, text, weight / Math.sqrt(texts.length)));
  });
  const labels: readonly string[] = tasks[recipe.task];
  const { scales, epochs, rate, decay } = recipe;
  const model = trainLinear(examples, { classes: labels.length, scales, epochs, rate, decay, seed });
  for (const [label, less] of Object.entries(recipe.reluctance)) {
    const at = labels.indexOf(label);
    model.bias[at] = (model.bias[at] as number) - less;
  }
  return model;
}
