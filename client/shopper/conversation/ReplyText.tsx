import type { Reply } from '#protocol';
import styles from './ReplyText.module.css';

interface ReplyCaption {
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

/** A reply's words; the sentence that sounds is lit. `sentence` is undefined while it is silent. */
export function ReplyText({ reply, sentence }: { reply: Reply; sentence: number | undefined }) {
  return (
    <p className={styles.text} data-speaking={sentence !== undefined}>
      {captionsOf(reply).map((caption) => {
        const lit = sentence !== undefined && (caption.sentence === sentence || caption.sentence === -1);
        return (
          <span className={styles.sentence} data-lit={lit} key={caption.sentence}>
            {caption.text}{' '}
          </span>
        );
      })}
    </p>
  );
}
