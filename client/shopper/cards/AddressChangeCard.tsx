import { IconArrowRight } from '@tabler/icons-react';
import { useI18n } from '../../i18n/index.ts';
import styles from './AddressChangeCard.module.css';
import { CardFrame } from './CardFrame.tsx';
import type { CardOf } from './card-of.ts';
import { DoneTag } from './DoneTag.tsx';
import { OrderHead } from './OrderHead.tsx';
import { PostalAddress } from './PostalAddress.tsx';

/** Two addresses side by side: what it is and what it will be. */
export function AddressChangeCard({ card }: { card: CardOf<'address_change'> }) {
  const { t } = useI18n();
  return (
    <CardFrame title={t.address.title} aside={<DoneTag done={card.done} />}>
      <OrderHead order={card.order} />
      <div className={styles.sides}>
        <div className={styles.side}>
          <h3 className={styles.label}>{card.done ? t.address.from : t.address.current}</h3>
          <PostalAddress address={card.before} struck />
        </div>
        <IconArrowRight className={styles.arrow} size={22} aria-hidden />
        <div className={styles.side} data-new>
          <h3 className={styles.label}>{card.done ? t.address.to : t.address.proposed}</h3>
          <PostalAddress address={card.after} />
        </div>
      </div>
    </CardFrame>
  );
}
