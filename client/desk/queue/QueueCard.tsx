import { Button } from '@mantine/core';
import { IconClock, IconPlugConnectedX, IconTool } from '@tabler/icons-react';
import type { QueueEntry } from '#protocol';
import { useLanguage } from '../../i18n/index.ts';
import { Duration } from '../frame/Duration.tsx';
import { MoodTag } from '../frame/MoodTag.tsx';
import { useDeskWords } from '../words.ts';
import styles from './QueueCard.module.css';

/** One customer who waits: enough to know whom one is about to meet. */
export function QueueCard({
  entry,
  first,
  taking,
  onTake,
}: {
  entry: QueueEntry;
  first: boolean;
  taking: boolean;
  onTake: () => void;
}) {
  const t = useDeskWords();
  const { format } = useLanguage();
  const { customer, mood, reason, lastWords, order, guide, requestedAt, awaySince, reasons, priority } =
    entry;
  const name = `waiting-${entry.handoff}`;
  return (
    <li className={styles.card} data-first={first} data-away={awaySince !== undefined}>
      <div className={styles.top}>
        <span className={styles.name} id={name}>
          {customer.name}
        </span>
        <span className={styles.clock}>
          <IconClock size={15} stroke={2} aria-hidden="true" />
          <Duration since={requestedAt} />
        </span>
      </div>
      <p className={styles.reason}>
        <MoodTag reading={mood} /> {reason}
      </p>
      {awaySince && (
        <p className={styles.fact}>
          <IconPlugConnectedX size={17} stroke={1.8} aria-hidden="true" />
          <Duration since={awaySince} say={t.queue.away} />
        </p>
      )}
      {lastWords && (
        <p className={styles.words}>
          <q>{lastWords}</q>
        </p>
      )}
      {guide && (
        <p className={styles.fact}>
          <IconTool size={17} stroke={1.8} aria-hidden="true" />
          <span>
            {guide.title} ·{' '}
            {guide.step === 0
              ? t.queue.layingOut
              : t.queue.step(Math.min(guide.step, guide.steps), guide.steps)}
          </span>
        </p>
      )}
      {order && (
        <p className={styles.fact}>
          <img src={order.mainProduct.picture} alt="" width={24} height={24} />
          <span>
            {order.mainProduct.name} · {format.money(order.total)}
          </span>
        </p>
      )}
      <div className={styles.foot}>
        <ul className={styles.reasons} title={t.queue.priority(Math.round(priority))}>
          {reasons
            .toSorted((one, other) => other.points - one.points)
            .map(({ because, points }) => (
              <li key={because}>{t.queue.why(t.reasons[because], Math.round(points))}</li>
            ))}
        </ul>
        <Button
          data-take
          size="compact-md"
          variant={first ? 'filled' : 'default'}
          loading={taking}
          onClick={onTake}
          aria-describedby={name}
        >
          {t.queue.take}
        </Button>
      </div>
    </li>
  );
}
