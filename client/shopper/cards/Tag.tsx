import type { ReactNode } from 'react';
import styles from './Tag.module.css';

export type TagTone = 'calm' | 'good' | 'attention' | 'waiting';

export function Tag({ tone, children }: { tone: TagTone; children: ReactNode }) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {children}
    </span>
  );
}
