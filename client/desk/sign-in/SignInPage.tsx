import type { ReactNode } from 'react';
import { Logo } from '../../ui/index.ts';
import styles from './SignInPage.module.css';

/** A card in the middle of an otherwise quiet page. */
export function SignInPage({ title, say, children }: { title: string; say?: string; children?: ReactNode }) {
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <Logo size={44} />
        <h1 className={styles.title}>{title}</h1>
        {say && <p className={styles.say}>{say}</p>}
        {children}
      </div>
    </main>
  );
}
