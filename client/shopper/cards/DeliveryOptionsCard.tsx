import { IconTruckDelivery } from '@tabler/icons-react';
import { useI18n } from '../../i18n/index.ts';
import { CardFrame } from './CardFrame.tsx';
import type { CardOf } from './card-of.ts';
import styles from './DeliveryOptionsCard.module.css';

export function DeliveryOptionsCard({ card }: { card: CardOf<'delivery_options'> }) {
  const { t, format } = useI18n();
  return (
    <CardFrame title={t.delivery.title}>
      <ul className={styles.options}>
        {card.options.map((option) => (
          <li className={styles.option} key={option.name}>
            <IconTruckDelivery className={styles.icon} size={22} stroke={1.6} aria-hidden />
            <span className={styles.words}>
              <span className={styles.name}>{option.name}</span>
              <span className={styles.days}>{option.days}</span>
              {option.note && <span className={styles.days}>{option.note}</span>}
            </span>
            <strong>{option.price.amount === 0 ? t.delivery.free : format.money(option.price)}</strong>
          </li>
        ))}
      </ul>
    </CardFrame>
  );
}
