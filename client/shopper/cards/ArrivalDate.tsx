import type { OrderView } from '#protocol';
import { useI18n } from '../../i18n/index.ts';
import styles from './ArrivalDate.module.css';

/** The day that matters, large: when it arrives or arrived. Nothing for an order that will not. */
export function ArrivalDate({ order }: { order: OrderView }) {
  const { t, format } = useI18n();
  const delivered = order.events.findLast((event) => event.kind === 'delivered');
  if (order.state === 'delivered' && delivered) {
    return (
      <p className={styles.arrival}>
        <span className={styles.label}>{t.order.arrived}</span>
        <time className={styles.day} dateTime={delivered.at}>
          {format.day(delivered.at.slice(0, 10))}
        </time>
      </p>
    );
  }
  const underWay = ['placed', 'packed', 'shipped', 'out_for_delivery', 'lost'].includes(order.state);
  if (!underWay || !order.expectedOn) return null;
  return (
    <p className={styles.arrival}>
      <span className={styles.label}>{order.state === 'lost' ? t.order.wasExpected : t.order.arrives}</span>
      <time className={styles.day} dateTime={order.expectedOn}>
        {format.day(order.expectedOn)}
      </time>
      {order.state !== 'lost' && (
        <span className={styles.note} data-late={order.delayDays > 0}>
          {order.delayDays > 0 ? t.order.delayed(order.delayDays) : t.order.onTime}
        </span>
      )}
    </p>
  );
}
