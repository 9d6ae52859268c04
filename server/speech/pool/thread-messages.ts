import type { Decoding } from '../recogniser/contract.ts';

/** To the thread. */
export interface DecodeMessage {
  audio: Float32Array;
  draft: readonly number[];
}

/** From the thread: `ready` or `broken` once, then one answer a decode, in order. */
export type ThreadMessage =
  | { type: 'ready' }
  | { type: 'broken'; reason: string }
  | { type: 'decoded'; decoding: Decoding }
  | { type: 'failed'; reason: string };
