import type { OrderBrief } from '#protocol';
import { useI18n } from '../../i18n/index.ts';
import styles from './OrderHead.module.css';
import { ProductPicture } from './ProductPicture.tsx';

export interface OrderHeadProps {
  order: OrderBrief;
  /** Of the picture, in CSS pixels. */
  size?: number;
  /** Off where the card's title is the number. */
  numbered?: boolean;
}

/** Which order a card is about: picture, product, number. */
export function OrderHead({ order, size = 56, numbered = true }: OrderHeadProps) {
  const { t, format } = useI18n();
  return (
    <div className={styles.row}>
      <ProductPicture product={order.mainProduct} size={size} />
      <div className={styles.words}>
        <strong className={styles.name}>{t.order.and(order.mainProduct.name, order.itemCount - 1)}</strong>
        <span className={styles.detail}>
          {numbered && <span className={styles.number}>{order.number}</span>}
          <span>{format.money(order.total)}</span>
        </span>
      </div>
    </div>
  );
}
