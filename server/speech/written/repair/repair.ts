import type { TranscriptWord } from '../../../protocol/index.ts';

export function repair(words: TranscriptWord[], _phrases: string[]): TranscriptWord[] {
  return words;
}
