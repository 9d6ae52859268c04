import type { HeardWord, TranscriptWord } from '#protocol';
import type { SpeechHints } from '../contract.ts';
import { read } from './reading.ts';
import { repair } from './repair/repair.ts';
import { repairWhole } from './repair/whole.ts';
import { rewrite } from './rewrite.ts';

/**
 * What was heard as it is written: numbers, codes, days and money in figures (inverse text normalisation), then words
 * that sound like one of the hints' phrases replaced by it, then the whole by a command that it sounds like. A written word is as sure as the least sure word it is of.
 */
export function inverseTextNormalize(
  words: HeardWord[],
  hints: SpeechHints,
): { text: string; words: TranscriptWord[] } {
  const repaired = repair(rewrite(read(words, hints)), hints.phrases);
  const written = hints.commands?.length ? repairWhole(repaired, hints.commands) : repaired;
  return { text: written.map(({ text }) => text).join(' '), words: written };
}
