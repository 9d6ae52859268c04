import { IconCheck } from '@tabler/icons-react';
import type { OrderState } from '#protocol';
import { useI18n } from '../../i18n/index.ts';
import { milestoneOf, milestones } from '../order-progress.ts';
import styles from './Milestones.module.css';

/** The five stations of an order. Nothing once it has left the way to the customer. */
export function Milestones({ state }: { state: OrderState }) {
  const { t } = useI18n();
  const reached = milestoneOf(state);
  if (reached === undefined) return null;
  return (
    <ol className={styles.track} aria-label={t.order.progress}>
      {milestones.map((milestone, index) => {
        const stage = index < reached || state === 'delivered' ? 'done' : index === reached ? 'now' : 'ahead';
        const spoken = { done: t.order.stepDone, now: t.order.stepNow, ahead: t.order.stepAhead }[stage];
        return (
          <li
            className={styles.station}
            data-stage={stage}
            key={milestone}
            {...(stage === 'now' && { 'aria-current': 'step' })}
          >
            <span className={styles.dot} aria-hidden="true">
              {stage === 'done' && <IconCheck size={12} stroke={3.5} />}
            </span>
            <span className={styles.name}>
              {t.order.states[milestone]}
              <span className={styles.spoken}>, {spoken}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
