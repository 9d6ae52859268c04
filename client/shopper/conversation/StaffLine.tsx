import styles from './StaffLine.module.css';

/** What a member of staff wrote, or said in a live call. */
export function StaffLine({ name, text }: { name: string; text: string }) {
  return (
    <p className={styles.line}>
      <span className={styles.who}>{name}</span>
      {text}
    </p>
  );
}
