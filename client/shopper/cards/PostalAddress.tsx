import type { Address } from '#protocol';
import { useI18n } from '../../i18n/index.ts';
import styles from './PostalAddress.module.css';

/** An address as it stands on a parcel. */
export function PostalAddress({ address, struck = false }: { address: Address; struck?: boolean }) {
  const { format } = useI18n();
  return (
    <address className={styles.address} data-struck={struck}>
      {address.label && <span className={styles.label}>{address.label}</span>}
      <span className={styles.recipient}>{address.recipient}</span>
      <span>{address.street}</span>
      {address.line2 && <span>{address.line2}</span>}
      <span>
        {address.region
          ? `${address.city}, ${address.region} ${address.postcode}`
          : `${address.postcode} ${address.city}`}
      </span>
      <span className={styles.country}>{format.country(address.country)}</span>
    </address>
  );
}
