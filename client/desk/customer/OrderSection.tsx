import type { ConversationView, OrderBrief, OrderView } from '#protocol';
import { useI18n } from '../../i18n/index.ts';
import { Milestones, OrderEvents } from '../../shopper/cards/index.ts';
import { useDeskWords } from '../words.ts';
import styles from './Panel.module.css';

/** The order this is about, with all that happened to it; the customer's others below. */
export function OrderSection({ view }: { view: ConversationView }) {
  const t = useDeskWords();
  const others = view.orders.filter(({ number }) => number !== view.order?.number);
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{t.panel.order}</h2>
      {view.order ? <Order order={view.order} /> : <p className={styles.soft}>{t.panel.noOrder}</p>}
      {others.length > 0 && (
        <details className={styles.more}>
          <summary>
            {t.panel.orders} ({others.length})
          </summary>
          <ul className={styles.plain}>
            {others.map((order) => (
              <li key={order.number}>
                <Head order={order} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Order({ order }: { order: OrderView }) {
  const t = useDeskWords();
  const { format } = useI18n();
  const { address, carrier, trackingNumber, delayDays } = order;
  return (
    <>
      <Head order={order} />
      <Milestones state={order.state} />
      {delayDays > 0 && <p className={styles.late}>{t.panel.late(delayDays)}</p>}
      <dl className={styles.facts}>
        <dt>{t.panel.address}</dt>
        <dd>
          {address.street}, {address.postcode} {address.city}, {format.country(address.country)}
        </dd>
        {carrier && (
          <>
            <dt>{t.panel.carrier}</dt>
            <dd>
              {carrier} {trackingNumber}
            </dd>
          </>
        )}
      </dl>
      <OrderEvents events={order.events} />
    </>
  );
}

function Head({ order }: { order: OrderBrief }) {
  const { t, format } = useI18n();
  return (
    <div className={styles.order}>
      <img src={order.mainProduct.picture} alt="" width={48} height={48} loading="lazy" />
      <div>
        <p className={styles.strong}>{order.mainProduct.name}</p>
        <p className={styles.soft}>
          {order.number} · {format.money(order.total)} · {t.order.states[order.state]}
        </p>
      </div>
    </div>
  );
}
