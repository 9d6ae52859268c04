import type { HistoryEntry } from '#protocol';
import { ReplyBlock } from './ReplyBlock.tsx';
import { ShopperLine } from './ShopperLine.tsx';
import styles from './StaffLine.module.css';

export interface EntryProps {
  entry: HistoryEntry;
  /** Which sentence of it sounds now, if one does. */
  sentence: number | undefined;
}

/** What a member of staff wrote, or said in a live call. */
function StaffLine({ name, text }: { name: string; text: string }) {
  return (
    <p className={styles.line}>
      <span className={styles.who}>{name}</span>
      {text}
    </p>
  );
}

/** One entry of the conversation's history. */
export function Entry({ entry, sentence }: EntryProps) {
  switch (entry.who) {
    case 'shopper':
      return <ShopperLine text={entry.text} spoken={entry.source === 'voice' || entry.source === 'call'} />;
    case 'staff':
      return <StaffLine name={entry.name} text={entry.text} />;
    case 'hexkey':
      return <ReplyBlock reply={entry.reply} sentence={sentence} />;
  }
}
