import type { OrderLine } from '#protocol';
import { useI18n } from '../../i18n/index.ts';
import styles from './OrderLines.module.css';
import { ProductPicture } from './ProductPicture.tsx';

export function OrderLines({ lines }: { lines: OrderLine[] }) {
  const { t, format } = useI18n();
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li className={styles.line} key={line.product.slug}>
          <ProductPicture product={line.product} size={40} />
          <span className={styles.name}>
            {line.quantity > 1 && `${t.order.quantity(line.quantity)} `}
            {line.product.name}
          </span>
          <span>{format.money({ ...line.price, amount: line.price.amount * line.quantity })}</span>
        </li>
      ))}
    </ul>
  );
}
