import type { HeardWord, TranscriptWord } from '#protocol';
import type { SpeechHints } from './contract.ts';

/** Writes heard words as a person would: "four five one nine two" is 45192. */
export type WriteOut = (words: HeardWord[], hints: SpeechHints) => { text: string; words: TranscriptWord[] };
