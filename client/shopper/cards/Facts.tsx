import type { ReactNode } from 'react';
import styles from './Facts.module.css';

export interface FactRow {
  label: string;
  value: ReactNode;
}

/** Names and values in two columns; one under the other where it is narrow. */
export function Facts({ facts }: { facts: FactRow[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value }) => (
        <div className={styles.fact} key={label}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
