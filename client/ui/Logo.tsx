import styles from './Logo.module.css';

/** A hex key lying in its socket. */
export function Logo({ size = 32 }: { size?: number }) {
  return (
    <svg className={styles.logo} width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path
        className={styles.socket}
        d="M14.5 2a3 3 0 0 1 3 0l9.9 5.7a3 3 0 0 1 1.5 2.6v11.4a3 3 0 0 1-1.5 2.6l-9.9 5.7a3 3 0 0 1-3 0l-9.9-5.7a3 3 0 0 1-1.5-2.6V10.3a3 3 0 0 1 1.5-2.6z"
      />
      <path className={styles.key} d="M11.2 23.8V12a3 3 0 0 1 3-3h8" />
      <circle className={styles.light} cx="21.7" cy="20.6" r="2.3" />
    </svg>
  );
}
