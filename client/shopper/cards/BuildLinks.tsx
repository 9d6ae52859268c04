import { IconTool } from '@tabler/icons-react';
import type { OrderView, ProductBrief } from '#protocol';
import { useI18n } from '../../i18n/index.ts';
import styles from './BuildLinks.module.css';
import { useGuides } from './use-guides.ts';

/** Opens the guide of each thing in an order that is put together with one. */
export function BuildLinks({ order }: { order: OrderView }) {
  return order.lines.map(({ product }) => (
    <BuildLink key={product.slug} product={product} order={order.number} />
  ));
}

/** Opens the guide that puts a product together, where there is one. */
export function BuildLink({
  product,
  order,
}: {
  product: Pick<ProductBrief, 'slug' | 'name'>;
  order?: string;
}) {
  const { t } = useI18n();
  const guide = useGuides().get(product.slug);
  if (!guide) return null;
  const address = `/guide/${guide}${order ? `?order=${encodeURIComponent(order)}` : ''}`;
  // In a shop's panel the guide stays there: only from there can it ask the shop who is signed in.
  const where =
    window.parent === window
      ? { href: address, target: '_blank', rel: 'noopener' }
      : { href: `${address}${window.location.hash}` };
  return (
    <a className={styles.link} {...where}>
      <IconTool size={20} stroke={1.7} aria-hidden="true" />
      {t.order.build(product.name)}
    </a>
  );
}
