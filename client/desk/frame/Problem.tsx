import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './Problem.module.css';

/** A state in which nothing else can be shown: what it is, and the way on. */
export function Problem({
  icon,
  title,
  say,
  action,
}: {
  icon?: ReactNode;
  title: string;
  say: string;
  action?: { name: string; run: () => void };
}) {
  return (
    <div className={styles.problem}>
      {icon && (
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.say}>{say}</p>
      {action && <Button onClick={action.run}>{action.name}</Button>}
    </div>
  );
}
