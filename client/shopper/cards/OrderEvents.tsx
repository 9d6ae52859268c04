import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { OrderEvent } from '#protocol';
import { useI18n } from '../../i18n/index.ts';
import styles from './OrderEvents.module.css';

const shownAtFirst = 3;

/** What has happened to an order, newest first; older entries on request. */
export function OrderEvents({ events }: { events: OrderEvent[] }) {
  const { t, format } = useI18n();
  const [all, setAll] = useState(false);
  const newestFirst = events.toReversed();
  const shown = all ? newestFirst : newestFirst.slice(0, shownAtFirst);
  const hidden = events.length - shownAtFirst;
  return (
    <div>
      <h3 className={styles.title}>{t.order.history}</h3>
      <ol className={styles.events}>
        {shown.map((event) => {
          const name = t.order.events[event.kind];
          return (
            <li className={styles.event} key={`${event.at} ${event.kind}`}>
              <span className={styles.what}>{name ?? event.note ?? event.kind.replaceAll('_', ' ')}</span>
              <span className={styles.where}>
                <time dateTime={event.at}>{format.moment(event.at)}</time>
                {event.place && <span>{event.place}</span>}
              </span>
              {name && event.note && <span className={styles.note}>{event.note}</span>}
            </li>
          );
        })}
      </ol>
      {hidden > 0 && (
        <UnstyledButton className={styles.more} onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? t.order.fewer : t.order.earlier(hidden)}
        </UnstyledButton>
      )}
    </div>
  );
}
