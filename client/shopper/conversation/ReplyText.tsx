import type { Reply } from '#protocol';
import { captionsOf } from '../captions.ts';
import styles from './ReplyText.module.css';

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
