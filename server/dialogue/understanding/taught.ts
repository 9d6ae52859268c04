import { setImmediate as afterOthers } from 'node:timers/promises';
import { type Intent, intents } from '#protocol';
import { type Features, featuresOf } from './features.ts';

/** A wording and what the shop says it means. */
export interface TaughtExample {
  text: string;
  intent: Intent;
}

/** What the models alone make of a text: probabilities of `intents`, in their order. */
export type BaseReader = (text: string) => Promise<Float32Array>;

/** More than this many of the newest are not learned from: learning stays a matter of seconds. */
const mostExamples = 3000;
const passes = 30;
const rate = 0.6;
/** Pull towards no correction: words that say nothing new change nothing. */
const decay = 1e-3;
/** Logarithms of probabilities below this are all the same: a taught intent can come from behind. */
const floor = 1e-4;

/** Per n-gram, what it adds to each intent's logarithm. */
type Corrections = Map<number, Float32Array>;

/** Corrects the models' reading by what a shop has taught. Kept in memory only. */
export interface Taught {
  correct(base: Float32Array, text: string): Float32Array;
}

interface Lesson {
  features: Features;
  /** Logarithms of what the models say by themselves. */
  prior: Float32Array;
  at: number;
}

/**
 * Learns a correction that makes the taught examples come out right: a linear layer over the models' own n-grams, added to
 * the logarithms of their probabilities, so that everything unlike the examples is read as before. `familiar` are
 * utterances that are read right already; they hold the correction back from reaching too far. Seconds for thousands;
 * the same examples give the same correction.
 */
export async function learn(
  examples: readonly TaughtExample[],
  familiar: readonly TaughtExample[],
  base: BaseReader,
): Promise<Taught> {
  const giveWay = slices();
  const lessons: Lesson[] = [];
  for (const { text, intent } of [...familiar, ...examples.slice(-mostExamples)]) {
    await giveWay();
    const prior = logarithms(await base(text));
    lessons.push({ features: featuresOf(text), prior, at: intents.indexOf(intent) });
  }
  const corrections: Corrections = new Map();
  for (let pass = 0; pass < passes; pass++)
    for (let n = 0; n < lessons.length; n++) {
      await giveWay();
      // Neighbours in the list are alike: in strides of a large prime they come mixed.
      const lesson = lessons[(n * stride) % lessons.length] ?? lessons[n];
      if (lesson) step(corrections, lesson, rate * (1 - pass / passes));
    }
  return {
    correct: (reading, text) => softmax(corrected(corrections, featuresOf(text), logarithms(reading))),
  };
}

/** Milliseconds of learning in one go. */
const sliceMs = 8;

/** Lets others have the event loop whenever a slice of time is used up. */
function slices(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < sliceMs) return;
    await afterOthers();
    since = performance.now();
  };
}

const stride = 7919;

function step(corrections: Corrections, { features, prior, at }: Lesson, speed: number): void {
  const slopes = softmax(corrected(corrections, features, prior));
  slopes[at] = (slopes[at] ?? 0) - 1;
  features.ids.forEach((id, i) => {
    const weight = features.weights[i] ?? 0;
    const row = corrections.get(id) ?? new Float32Array(intents.length);
    corrections.set(id, row);
    for (let k = 0; k < row.length; k++)
      row[k] = (row[k] ?? 0) * (1 - decay * speed) - speed * weight * (slopes[k] ?? 0);
  });
}

function corrected(corrections: Corrections, { ids, weights }: Features, prior: Float32Array): Float32Array {
  const sums = Float32Array.from(prior);
  ids.forEach((id, i) => {
    const row = corrections.get(id);
    if (!row) return;
    const weight = weights[i] ?? 0;
    for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] ?? 0) + weight * (row[k] ?? 0);
  });
  return sums;
}

const logarithms = (probabilities: Float32Array) => probabilities.map((each) => Math.log(each + floor));

function softmax(sums: Float32Array): Float32Array {
  const highest = Math.max(...sums);
  const raised = sums.map((sum) => Math.exp(sum - highest));
  const total = raised.reduce((sum, each) => sum + each, 0);
  return raised.map((each) => each / total);
}
