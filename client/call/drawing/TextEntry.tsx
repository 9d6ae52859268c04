import { type FormEvent, useState } from 'react';
import { useCallWords } from '../words.ts';
import styles from './DrawingTools.module.css';

/** What the text on the picture is to say; given up with Escape. */
export function TextEntry({ onText }: { onText: (text: string | undefined) => void }) {
  const t = useCallWords().drawing;
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onText(text.trim() || undefined);
  };
  return (
    <form className={styles.entry} onSubmit={submit}>
      <input
        // biome-ignore lint/a11y/noAutofocus: whoever put the pen down there is about to type
        autoFocus
        className={styles.field}
        value={text}
        maxLength={120}
        placeholder={t.text}
        aria-label={t.text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') onText(undefined);
        }}
      />
      <button type="submit" className={styles.put}>
        {t.put}
      </button>
    </form>
  );
}
