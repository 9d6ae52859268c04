import type { HeardWord } from '#protocol';

/** What one decode heard. */
export interface Decoding {
  words: HeardWord[];
  /**
   * The recogniser's own token ids. Given back as the draft of a later decode of the same utterance; empty where the
   * recogniser has no use for drafts.
   */
  tokens: number[];
  /** Milliseconds spent decoding, waiting not included. */
  decodeMs: number;
  /** The likely phrase that fits this audio, where the words themselves are in doubt. */
  phrase?: HeardWord[];
  /** It rose above noise in which the words were lost: the likeliest of the phrases, and not one that was plainly heard. */
  overNoise?: true;
}

/** Turns speech into words. One decode at a time: callers wait for the last to settle. */
export interface Recogniser {
  /**
   * @param audio 16 kHz mono, -1 to 1, at most 30 s.
   * @param draft tokens of an earlier decode of this audio's beginning; never changes what is heard, only how fast.
   * @param likely whole utterances to look for where the words are not clear; a recogniser may leave them unused.
   * @param words names, numbers in figures and other words that are likelier now than they usually are, taken into account
   * where the words are not clear; a recogniser may leave them unused.
   */
  decode(
    audio: Float32Array,
    draft: readonly number[],
    likely?: readonly string[],
    words?: readonly string[],
  ): Promise<Decoding>;
  /** Gets ready to look for these, so that the first utterance that needs it does not wait. */
  prepare?(likely: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** The thread that a recogniser ran in is gone, and the decode with it: the same audio may be given to another. */
export class RecogniserLost extends Error {
  override readonly name = 'RecogniserLost';
}
