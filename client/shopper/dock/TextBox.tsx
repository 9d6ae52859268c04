import { ActionIcon } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import { type FormEvent, type RefObject, useState } from 'react';
import { useI18n } from '../../i18n/index.ts';
import { useVoiceClient } from '../use-voice.ts';
import styles from './TextBox.module.css';

/** Longest text the server takes, in characters. */
const longest = 2000;

/** Typing, on a par with talking. */
export function TextBox({ field }: { field: RefObject<HTMLInputElement | null> }) {
  const { t } = useI18n();
  const client = useVoiceClient();
  const [text, setText] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    const words = text.trim();
    if (words === '') return;
    client.sendText(words);
    setText('');
  };
  return (
    <form className={styles.box} onSubmit={send}>
      <input
        className={styles.field}
        ref={field}
        value={text}
        onChange={(event) => setText(event.target.value)}
        aria-label={t.text.label}
        placeholder={t.text.placeholder}
        maxLength={longest}
        enterKeyHint="send"
        autoComplete="off"
      />
      <ActionIcon
        className={styles.send}
        type="submit"
        variant="filled"
        size={44}
        radius={22}
        aria-label={t.text.send}
        data-empty={text.trim() === ''}
      >
        <IconArrowUp size={22} stroke={2.4} />
      </ActionIcon>
    </form>
  );
}
