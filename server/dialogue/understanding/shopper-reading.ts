import { intents } from '#protocol';

/** The label of utterances that the shoppers' model was not trained for. */
export const elsewhere = 'elsewhere';

/** Keeps an intent that one reader holds for impossible in the running. */
const floor = 1e-4;

/**
 * A first reading below this holds next to no n-gram that training saw, and the second's best guess is then one at random.
 * Measured on unknown words: at most 0.1.
 */
const faintestFirst = 0.15;

/**
 * What two readers make of an utterance together: their opinions multiplied, the second's counting for as much as the words
 * are of the kind it was trained on. `finer` are its probabilities, `labels` what they are of: "intent/source/label" or
 * `elsewhere`. Probabilities of `intents`, in their order, summing to 1.
 */
export function readTogether(
  first: Float32Array,
  finer: Float32Array,
  labels: readonly string[],
): Float32Array {
  const second = new Float32Array(intents.length);
  let familiar = 0;
  labels.forEach((label, at) => {
    const index = (intents as readonly string[]).indexOf(label.split('/')[0] ?? '');
    if (index < 0) return;
    const probability = finer[at] ?? 0;
    second[index] = (second[index] ?? 0) + probability;
    familiar += probability;
  });
  if (familiar < 0.5 || Math.max(...first) < faintestFirst) return first;
  const weight = 2 * familiar - 1;
  const joint = first.map(
    (probability, at) => (probability + floor) * ((second[at] ?? 0) / familiar + floor) ** weight,
  );
  const total = joint.reduce((sum, each) => sum + each, 0);
  return joint.map((each) => each / total);
}
