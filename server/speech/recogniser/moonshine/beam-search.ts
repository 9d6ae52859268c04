import type { TokenChoice } from '../choose.ts';
import type { BiasState, BiasTrie } from './bias-trie.ts';
import { endToken } from './phrase-trie.ts';
import { logNormaliser, type StepReader } from './step-reader.ts';

/** Beginnings kept at every step. */
const width = 4;
/** A token less likely than this is not tried, in nats below the likeliest. */
const unlikely = 9;
/** What a token is worth whatever it says, in nats: a search favours transcripts that end too soon. */
const tokenWorth = 0.3;
/** Once a transcript is whole, others that are so far behind it will not catch up, in nats. */
const hopeless = 4;

/** A whole transcript. */
export interface Hypothesis {
  /** Without the end. */
  choices: TokenChoice[];
  /** Of all tokens and the end, with what likely words are worth, in nats. */
  score: number;
  logProbability: number;
}

interface Beginning {
  choices: TokenChoice[];
  score: number;
  logProbability: number;
  bias: BiasState;
  row: number;
}

/**
 * The likeliest transcripts when likely words count more than the decoder would have them, best first.
 *
 * @param size entries of a row of logits.
 * @param most tokens a transcript has at the most.
 */
export async function beamSearch(
  reader: StepReader,
  bias: BiasTrie,
  { size, most }: { size: number; most: number },
): Promise<Hypothesis[]> {
  let beam: Beginning[] = [{ choices: [], score: 0, logProbability: 0, bias: bias.begin, row: 0 }];
  let logits = await reader.begin();
  const whole: Hypothesis[] = [];
  for (let length = 0; length < most; length++) {
    const next: Beginning[] = [];
    for (const beginning of beam) {
      const all = logNormaliser(logits, beginning.row, size);
      const at = beginning.row * size;
      for (const token of candidates(logits, at, size, bias.likely(beginning.bias))) {
        const probability = (logits[at + token] as number) - all;
        const logProbability = beginning.logProbability + probability;
        if (token === endToken) {
          const score = beginning.score + probability + bias.atEnd(beginning.bias);
          whole.push({ choices: beginning.choices, score, logProbability });
          continue;
        }
        const { state, worth } = bias.after(beginning.bias, token);
        next.push({
          choices: [...beginning.choices, { token, confidence: Math.exp(probability) }],
          score: beginning.score + probability + tokenWorth + worth,
          logProbability,
          bias: state,
          row: beginning.row,
        });
      }
    }
    beam = next.sort((one, other) => other.score - one.score).slice(0, width);
    whole.sort((one, other) => other.score - one.score).splice(width);
    const [best] = whole;
    const [first] = beam;
    if (!first || (best && best.score > first.score + hopeless)) break;
    if (length + 1 === most) break;
    logits = await reader.extend(
      beam.map(({ row }) => row),
      beam.map(({ choices }) => (choices.at(-1) as TokenChoice).token),
    );
    beam = beam.map((beginning, row) => ({ ...beginning, row }));
  }
  return whole;
}

/** The likeliest tokens of a row, and of the likely words' those that are not out of the question. */
function candidates(logits: Float32Array, at: number, size: number, likely: Iterable<number>): Set<number> {
  const best: number[] = [];
  for (let token = 0; token < size; token++) {
    const logit = logits[at + token] as number;
    if (best.length === width && logit <= (logits[at + (best.at(-1) as number)] as number)) continue;
    let place = best.length;
    while (place > 0 && logit > (logits[at + (best[place - 1] as number)] as number)) place--;
    best.splice(place, 0, token);
    if (best.length > width) best.pop();
  }
  const floor = (logits[at + (best[0] as number)] as number) - unlikely;
  const tried = new Set(best.filter((token) => (logits[at + token] as number) >= floor));
  for (const token of likely) if ((logits[at + token] as number) >= floor) tried.add(token);
  return tried;
}
