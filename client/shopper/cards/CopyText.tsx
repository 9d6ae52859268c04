import { UnstyledButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useI18n } from '../../i18n/index.ts';
import styles from './CopyText.module.css';

/** Text to take along: a press copies it. Plain text where the page may not write to the clipboard. */
export function CopyText({ text }: { text: string }) {
  const { t } = useI18n();
  const [state, setState] = useState<'fresh' | 'copied' | 'refused'>('fresh');
  if (!navigator.clipboard || state === 'refused') return <span className={styles.text}>{text}</span>;
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  };
  return (
    <UnstyledButton className={styles.button} onClick={copy}>
      <span className={styles.text}>{text}</span>
      {state === 'copied' ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
      <span className={styles.hidden} aria-live="polite">
        {state === 'copied' ? t.order.copied : t.order.copy}
      </span>
    </UnstyledButton>
  );
}
