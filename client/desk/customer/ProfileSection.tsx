import type { ConversationView } from '#protocol';
import { useLanguage } from '../../i18n/index.ts';
import { durationWords } from '../frame/Duration.tsx';
import { useDeskWords } from '../words.ts';
import styles from './Panel.module.css';

/** Who the customer is, as far as the shop knows. */
export function ProfileSection({ view }: { view: ConversationView }) {
  const t = useDeskWords();
  const { format } = useLanguage();
  const { customer, language, requestedAt, takenAt } = view;
  const waited = durationWords(t, Date.parse(takenAt) - Date.parse(requestedAt));
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{t.panel.profile}</h2>
      <dl className={styles.facts}>
        {customer.email && (
          <>
            <dt>{t.panel.email}</dt>
            <dd>{customer.email}</dd>
          </>
        )}
        {customer.since && (
          <>
            <dt>{t.panel.since}</dt>
            <dd>{format.day(customer.since.slice(0, 10))}</dd>
          </>
        )}
        <dt>{t.panel.contacts}</dt>
        <dd>{customer.contacts}</dd>
        <dt>{t.panel.language}</dt>
        <dd>{t.panel.languages[language]}</dd>
        <dt>{t.queue.title}</dt>
        <dd>{t.panel.taken(waited)}</dd>
      </dl>
    </section>
  );
}
