import type { Ticket } from '#protocol';
import { useLanguage } from '../../i18n/index.ts';
import { useDeskWords } from '../words.ts';
import styles from './Panel.module.css';

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
