import { IconArrowDown } from '@tabler/icons-react';
import type { CardItem, ItemChangeShown } from '#protocol';
import { useI18n } from '../../i18n/index.ts';
import { CardFrame } from './CardFrame.tsx';
import type { CardOf } from './card-of.ts';
import { DoneTag } from './DoneTag.tsx';
import { type FactRow, Facts } from './Facts.tsx';
import styles from './ItemChangesCard.module.css';
import { methodName } from './method-name.ts';
import { OrderHead } from './OrderHead.tsx';
import { ProductPicture } from './ProductPicture.tsx';

/** Each thing that goes, what comes in its place, and who pays or gets the difference. */
export function ItemChangesCard({ card }: { card: CardOf<'item_changes'> }) {
  const { t, format } = useI18n();
  const words = t.itemChanges;
  const { act, done, changes, difference, method, collectOn } = card;
  const facts: FactRow[] = [];
  if (difference.amount === 0) facts.push({ label: words.difference, value: words.samePrice });
  else {
    const label = difference.amount > 0 ? words.toPay : words.back;
    facts.push({ label, value: format.money({ ...difference, amount: Math.abs(difference.amount) }) });
    if (method)
      facts.push({ label: difference.amount > 0 ? words.paidBy : words.to, value: methodName(method) });
  }
  if (collectOn) facts.push({ label: t.return.collected, value: format.day(collectOn) });
  return (
    <CardFrame title={done ? words.doneTitles[act] : words.titles[act]} aside={<DoneTag done={done} />}>
      <OrderHead order={card.order} />
      <ul className={styles.changes}>
        {changes.map((change, index) => (
          <Change change={change} key={change.before?.sku ?? change.after?.sku ?? index} />
        ))}
      </ul>
      <Facts facts={facts} />
    </CardFrame>
  );
}

function Change({ change: { before, after } }: { change: ItemChangeShown }) {
  return (
    <li className={styles.change}>
      {before && <Item item={before} goes />}
      {before && after && <IconArrowDown className={styles.arrow} size={18} aria-hidden />}
      {after && <Item item={after} added={!before} />}
    </li>
  );
}

interface ItemProps {
  item: CardItem;
  /** It is what goes. */
  goes?: boolean;
  /** It comes in addition. */
  added?: boolean;
}

function Item({ item: { product, options, quantity, price }, goes = false, added = false }: ItemProps) {
  const { t, format } = useI18n();
  const Words = goes ? 'del' : 'span';
  return (
    <span className={styles.item} data-goes={goes}>
      <ProductPicture product={product} size={40} />
      <Words className={styles.name}>
        {added && `${t.itemChanges.added} `}
        {quantity > 1 && `${t.order.quantity(quantity)} `}
        {product.name}
        {options && <span className={styles.detail}>{Object.values(options).join(', ')}</span>}
      </Words>
      <span className={styles.price}>{format.money({ ...price, amount: price.amount * quantity })}</span>
    </span>
  );
}
