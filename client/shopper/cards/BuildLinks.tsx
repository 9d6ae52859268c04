import { IconTool } from '@tabler/icons-react';
import type { OrderView } from '../../../server/protocol/index.ts';
import { useI18n } from '../../i18n/index.ts';
import styles from './BuildLinks.module.css';
import { useGuides } from './use-guides.ts';

/** Opens the guide of each thing in an order that is put together with one. */
export function BuildLinks({ order }: { order: OrderView }) {
  const { t } = useI18n();
  const guides = useGuides();
  return order.lines.map(({ product }) => {
    const guide = guides.get(product.slug);
    if (!guide) return null;
    return (
      <a
        key={product.slug}
        className={styles.link}
        href={`/guide/${guide}?order=${encodeURIComponent(order.number)}`}
        target="_blank"
        rel="noopener"
      >
        <IconTool size={20} stroke={1.7} aria-hidden="true" />
        {t.order.build(product.name)}
      </a>
    );
  });
}
