import type { OrderLine, VariantOptions } from '#protocol';
import { useI18n } from '../../i18n/index.ts';
import styles from './OrderLines.module.css';
import { ProductPicture } from './ProductPicture.tsx';

/** An order's lines: the variant of each, what became of it, and what comes in its place. */
export function OrderLines({ lines }: { lines: OrderLine[] }) {
  const { t, format } = useI18n();
  return (
    <ul className={styles.lines}>
      {lines.map((line, index) => (
        <li className={styles.line} key={line.id ?? index} data-cancelled={line.state === 'cancelled'}>
          <ProductPicture product={line.product} size={40} />
          <span className={styles.name}>
            {line.quantity > 1 && `${t.order.quantity(line.quantity)} `}
            {line.product.name}
            <OptionList options={line.options} />
            {line.state && <span className={styles.detail}>{t.order.lineStates[line.state]}</span>}
            {line.replacement && (
              <span className={styles.detail}>
                {t.order.replacedBy(
                  [line.replacement.product.name, ...Object.values(line.replacement.options ?? {})].join(
                    ', ',
                  ),
                )}
              </span>
            )}
          </span>
          <span>{format.money({ ...line.price, amount: line.price.amount * line.quantity })}</span>
        </li>
      ))}
    </ul>
  );
}

function OptionList({ options }: { options: VariantOptions | undefined }) {
  return options ? <span className={styles.detail}>{Object.values(options).join(', ')}</span> : null;
}
