import type { Presence } from '#protocol';
import styles from './PresenceDot.module.css';

/** Decorative: the word stands beside it. Shapes differ too: full, barred, hollow. */
export const PresenceDot = ({ presence }: { presence: Presence }) => (
  <span className={styles.dot} data-presence={presence} aria-hidden="true" />
);
