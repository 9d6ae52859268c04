import type { ReactNode } from 'react';
import styles from './CardFrame.module.css';

export interface CardFrameProps {
  title: ReactNode;
  /** Stands at the right of the title: a state, a sum. */
  aside?: ReactNode;
  children?: ReactNode;
}

/** The paper that every card is printed on. */
export function CardFrame({ title, aside, children }: CardFrameProps) {
  return (
    <section className={styles.card}>
      <header className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
