import { useI18n } from '../../i18n/index.ts';
import { Examples } from './Examples.tsx';
import styles from './Welcome.module.css';

/** The first visit: what this is and what one can ask. */
export function Welcome({ firstName }: { firstName: string | undefined }) {
  const { t } = useI18n();
  return (
    <div className={styles.welcome}>
      <h2 className={styles.title}>
        <span className={styles.hello}>{t.welcome.title(firstName)}</span> {t.welcome.question}
      </h2>
      <p className={styles.how}>{t.welcome.how}</p>
      <Examples examples={t.welcome.examples} />
    </div>
  );
}
