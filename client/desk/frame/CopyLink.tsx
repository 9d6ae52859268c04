import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDeskWords } from '../words.ts';
import styles from './CopyLink.module.css';

/** A link to hand on: read, selected by focus, copied by a press. */
export function CopyLink({ link, label }: { link: string; label: string }) {
  const t = useDeskWords();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    setCopied(true);
  };
  return (
    <div className={styles.copy}>
      <TextInput
        className={styles.link}
        aria-label={label}
        readOnly
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      {'clipboard' in navigator && (
        <Button variant="default" onClick={() => void copy()}>
          <span role="status">{copied ? t.copied : t.copy}</span>
        </Button>
      )}
    </div>
  );
}
