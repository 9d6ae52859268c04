import type { Reply } from '#protocol';

export interface ReplyCaption {
  text: string;
  /** Which of `reply.speech` this piece of text is spoken with. */
  sentence: number;
}

/**
 * A reply's text in the pieces that light up as they are spoken. Text and speech are worded differently ("SO-45192",
 * "four five one nine two"), so they are matched by counting sentences; where the counts differ the text stays one
 * piece that is lit throughout.
 */
export function captionsOf(reply: Pick<Reply, 'text' | 'speech'>): ReplyCaption[] {
  const sentences = splitSentences(reply.text);
  if (sentences.length !== reply.speech.length) return [{ text: reply.text, sentence: -1 }];
  return sentences.map((text, sentence) => ({ text, sentence }));
}

/** Ends of sentences in Latin and Chinese writing, kept with their marks; "SO-45192." and "12.50" stay whole. */
export function splitSentences(text: string): string[] {
  return text
    .split(/(?<=[.!?…]["”’)]?)\s+|(?<=[。！？]["”’)]?)\s*/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
