import type { ConversationView, Ticket } from '#protocol';
import { useLanguage } from '../../i18n/index.ts';
import { useEngineGuide } from '../call/use-deck.ts';
import { durationWords } from '../frame/Duration.tsx';
import { Recordings } from '../recordings/Recordings.tsx';
import { useDeskWords } from '../words.ts';
import { GuideSection } from './GuideSection.tsx';
import { MoodChart } from './MoodChart.tsx';
import { NotesSection } from './NotesSection.tsx';
import { OrderSection } from './OrderSection.tsx';
import styles from './Panel.module.css';

/** Everything known of the customer, the most pressing first. */
export function CustomerPanel({ view, notes }: { view: ConversationView; notes: boolean }) {
  const t = useDeskWords();
  const guide = useEngineGuide(view.call) ?? view.guide;
  return (
    <aside className={styles.panel} aria-label={t.panel.label}>
      {guide && <GuideSection guide={guide} />}
      <OrderSection view={view} />
      <section className={styles.section}>
        <h2 className={styles.heading}>{t.panel.mood}</h2>
        <MoodChart readings={view.moodOverTime} />
      </section>
      {notes && <NotesSection key={view.conversation} view={view} />}
      <TicketsSection tickets={view.tickets} />
      <Recordings conversation={view.conversation} className={styles.section} />
      <ProfileSection view={view} />
    </aside>
  );
}

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

/** The tickets of this customer's conversation; nothing where there is none. */
export function TicketsSection({ tickets }: { tickets: Ticket[] }) {
  const t = useDeskWords();
  const { format } = useLanguage();
  if (tickets.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{t.panel.tickets}</h2>
      <ul className={styles.plain}>
        {tickets.map(({ number, problem, department, state, dueAt }) => (
          <li className={styles.note} key={number}>
            <p>
              <strong>{number}</strong> {problem}
            </p>
            <span className={styles.soft}>
              {t.departments[department]} · {t.ticketStates[state]} · {t.panel.due(format.moment(dueAt))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
