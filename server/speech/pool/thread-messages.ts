import type { Decoding } from '../recogniser/contract.ts';

/** To the thread. `stop` ends it between two steps of a decode. */
export type ThreadRequest =
  | {
      type: 'decode';
      audio: Float32Array;
      draft: readonly number[];
      likely?: readonly string[];
      words?: readonly string[];
    }
  | { type: 'prepare'; likely: readonly string[] }
  | { type: 'stop' };

/** From the thread: `ready` or `broken` once, then one answer a request, in order. */
export type ThreadReply =
  | { type: 'ready' }
  | { type: 'broken'; reason: string }
  | { type: 'decoded'; decoding: Decoding }
  | { type: 'prepared' }
  | { type: 'failed'; reason: string };
