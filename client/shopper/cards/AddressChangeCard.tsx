import { IconArrowRight } from '@tabler/icons-react';
import type { Address } from '#protocol';
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
      <BothAddresses {...card} />
    </CardFrame>
  );
}

/** The address that orders go to where none is named: what it is and what it will be. */
export function DefaultAddressCard({ card }: { card: CardOf<'default_address'> }) {
  const { t } = useI18n();
  return (
    <CardFrame title={t.address.defaultTitle} aside={<DoneTag done={card.done} />}>
      <BothAddresses {...card} />
    </CardFrame>
  );
}

interface BothAddressesProps {
  before?: Address | undefined;
  after: Address;
  done: boolean;
}

function BothAddresses({ before, after, done }: BothAddressesProps) {
  const { t } = useI18n();
  return (
    <div className={styles.sides}>
      {before && (
        <>
          <div className={styles.side}>
            <h3 className={styles.label}>{done ? t.address.from : t.address.current}</h3>
            <PostalAddress address={before} struck />
          </div>
          <IconArrowRight className={styles.arrow} size={22} aria-hidden />
        </>
      )}
      <div className={styles.side} data-new>
        <h3 className={styles.label}>{done ? t.address.to : t.address.proposed}</h3>
        <PostalAddress address={after} />
      </div>
    </div>
  );
}
