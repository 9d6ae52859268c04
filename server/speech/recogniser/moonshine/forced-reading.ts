import { endToken } from './phrase-trie.ts';
import { logNormaliser, type StepReader } from './trie-search.ts';

/** The decoder may not end before so many tokens: over noise it would at once. */
const fewest = 4;
const most = 14;

/** One and the same writing, by its log probability over two pieces of audio. */
export interface ForcedReading {
  heard: number;
  habit: number;
}

/**
 * What the decoder writes over the audio where it may not end at once, token by token the likeliest, and how likely the
 * same is over noise. At 5 dB it is hardly ever what was said, but it is near it: the measure for any phrase that is to
 * explain the sound.
 *
 * @param size entries of a row of logits.
 */
export async function forcedReading(
  heard: StepReader,
  habit: StepReader,
  size: number,
): Promise<ForcedReading> {
  let [over, alone] = await Promise.all([heard.begin(), habit.begin()]);
  const sum = { heard: 0, habit: 0 };
  for (let written = 0; written < most; written++) {
    const token = likeliest(over, size, written < fewest ? endToken : undefined);
    sum.heard += (over[token] as number) - logNormaliser(over, 0, size);
    sum.habit += (alone[token] as number) - logNormaliser(alone, 0, size);
    if (token === endToken) break;
    [over, alone] = await Promise.all([heard.extend([0], [token]), habit.extend([0], [token])]);
  }
  return sum;
}

function likeliest(logits: Float32Array, size: number, without: number | undefined): number {
  let best = without === 0 ? 1 : 0;
  for (let token = best + 1; token < size; token++)
    if (token !== without && (logits[token] as number) > (logits[best] as number)) best = token;
  return best;
}
