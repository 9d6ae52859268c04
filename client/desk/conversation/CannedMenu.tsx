import { useEffect, useRef } from 'react';
import type { CannedReply, ConversationView } from '#protocol';
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

export type Variables = Partial<Record<string, string>>;

const variable = /\{\{\s*(customer|order|product|agent)\s*\}\}/g;

/** What kept replies may name, as far as it is known. */
export function variablesOf(view: ConversationView, agent: string | undefined): Variables {
  return {
    customer: view.customer.name,
    ...(view.order && { order: view.order.number, product: view.order.mainProduct.name }),
    ...(agent !== undefined && { agent }),
  };
}

/** The text with what is known filled in; what is not stays as it was, to be seen and written by hand. */
export const fillVariables = (text: string, known: Variables): string =>
  text.replace(variable, (placeholder, name: string) => known[name] ?? placeholder);

/** Placeholders that nobody has filled in yet: such a text is not for customers. */
export const unfilled = (text: string): string[] => text.match(variable) ?? [];
