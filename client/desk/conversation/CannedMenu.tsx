import { useEffect, useRef } from 'react';
import type { CannedReply } from '#protocol';
import { useDeskWords } from '../words.ts';
import styles from './ReplyBox.module.css';

/** Kept replies above the field; the field keeps the focus and says which one is picked. */
export function CannedMenu({
  id,
  replies,
  loading,
  picked,
  onChoose,
}: {
  id: string;
  replies: CannedReply[];
  loading: boolean;
  picked: number;
  onChoose: (reply: CannedReply) => void;
}) {
  const t = useDeskWords();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[picked]?.scrollIntoView({ block: 'nearest' });
  }, [picked]);
  if (replies.length === 0) {
    return (
      <div className={styles.menu} id={id}>
        <p className={styles.none}>{loading ? t.loading : t.work.noCanned}</p>
      </div>
    );
  }
  return (
    <div className={styles.menu} id={id} role="listbox" aria-label={t.work.canned} ref={list}>
      {replies.map((reply, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the field, which has the focus
        // biome-ignore lint/a11y/useFocusableInteractive: the field points at the option with aria-activedescendant
        <div
          key={reply.id}
          id={`${id}-${index}`}
          className={styles.option}
          role="option"
          aria-selected={index === picked}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(reply)}
        >
          <strong>{reply.title}</strong>
          <span>{reply.text}</span>
        </div>
      ))}
    </div>
  );
}
