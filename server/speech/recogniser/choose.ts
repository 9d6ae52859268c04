/** The likeliest token at one position of the decoder's output. */
export interface TokenChoice {
  token: number;
  /** Its probability, 0-1. */
  confidence: number;
}

/** Below this distance from the best logit an entry adds less than 0.005% and is not worth an exponential. */
const negligible = 10;

/**
 * Greedy choice with its softmax probability.
 *
 * @param logits decoder output, `size` entries a position.
 */
export function choose(logits: Float32Array, position: number, size: number): TokenChoice {
  const start = position * size;
  const end = start + size;
  let best = start;
  let bestLogit = logits[start] as number;
  for (let i = start + 1; i < end; i++) {
    const logit = logits[i] as number;
    if (logit > bestLogit) {
      bestLogit = logit;
      best = i;
    }
  }
  let sum = 0;
  const floor = bestLogit - negligible;
  for (let i = start; i < end; i++) {
    const logit = logits[i] as number;
    if (logit > floor) sum += Math.exp(logit - bestLogit);
  }
  return { token: best - start, confidence: 1 / sum };
}
