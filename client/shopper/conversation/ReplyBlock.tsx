import type { Reply } from '#protocol';
import { useI18n } from '../../i18n/index.ts';
import { Logo } from '../../ui/index.ts';
import { CardView } from '../cards/CardView.tsx';
import styles from './ReplyBlock.module.css';
import { ReplyText } from './ReplyText.tsx';

export interface ReplyBlockProps {
  reply: Reply;
  /** The sentence that sounds now. */
  sentence: number | undefined;
}

/** One reply: words and card. */
export function ReplyBlock({ reply, sentence }: ReplyBlockProps) {
  const { t } = useI18n();
  return (
    <article className={styles.reply} aria-label={t.name}>
      <Logo size={28} />
      <div className={styles.body}>
        <ReplyText reply={reply} sentence={sentence} />
        {reply.card && <CardView card={reply.card} />}
      </div>
    </article>
  );
}
