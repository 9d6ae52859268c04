import type { Decoding } from '../recogniser/contract.ts';
import type { LoadLevel } from './load-meter.ts';

export interface DecodeRequest {
  /** Whose turn it uses up. */
  talker: symbol;
  /** Finals go before all partials. */
  kind: 'partial' | 'final';
  /** Called when the decode begins, so that a partial that waited reads the newest audio. 16 kHz mono, at most 30 s. */
  audio: () => Float32Array;
  draft: readonly number[];
  /** Whole utterances that are likely now, for a recogniser that lost the words. */
  likely?: readonly string[];
  /** Words that are likelier now than usual. */
  words?: readonly string[];
  /** Aborting takes a waiting request out; one that has begun runs to its end. */
  signal?: AbortSignal;
}

export interface RecogniserPool {
  /**
   * `undefined` when the request was dropped: aborted while it waited, or a partial while finals waited. Rejects with
   * `recogniser_failed` when no recogniser can be had, `overloaded` when too many finals wait already.
   */
  decode(request: DecodeRequest): Promise<Decoding | undefined>;
  /** Has every recogniser get ready to look for these, as soon as it has nothing to decode. */
  prepare(likely: readonly string[]): void;
  readonly load: LoadLevel;
  /** Calls `listener` when load changes; the result ends that. */
  onLoad(listener: (level: LoadLevel) => void): () => void;
  /** Requests that still wait are dropped. */
  close(): Promise<void>;
}
