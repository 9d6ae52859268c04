import { LogitsProcessor, type Tensor } from '@xenova/transformers';
import { choose, type TokenChoice } from '../choose.ts';

/** Sits in a model's generation loop and notes each greedy choice with its probability. */
export class StepRecorder extends LogitsProcessor {
  readonly choices: TokenChoice[] = [];

  override _call(_inputIds: bigint[][], logits: Tensor): Tensor {
    const data = logits.data as Float32Array;
    this.choices.push(choose(data, 0, data.length));
    return logits;
  }
}
