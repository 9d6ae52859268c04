import { IconTool } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { OrderView, ProductBrief } from '#protocol';
import { request } from '../../http.ts';
import { useI18n } from '../../i18n/index.ts';
import styles from './BuildLinks.module.css';

/** Opens the guide of each thing in an order that is put together with one. */
export function BuildLinks({ order }: { order: OrderView }) {
  return order.lines.map(({ product }) => (
    <BuildLink key={product.slug} product={product} order={order.number} />
  ));
}

/** Guide by product. One request for the page's whole life. */
let asked: Promise<ReadonlyMap<string, string>> | undefined;

/** The slug of the guide that builds each product; empty until it is known, and where the shop has none. */
function useGuides(): ReadonlyMap<string, string> {
  const [guides, setGuides] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    asked ??= loadGuides();
    asked.then(setGuides, (error: unknown) => {
      asked = undefined;
      console.warn('The list of guides could not be loaded', error);
    });
  }, []);
  return guides;
}

async function loadGuides(): Promise<ReadonlyMap<string, string>> {
  const briefs = await request('/v1/guides', Array.isArray);
  return new Map(briefs.flatMap(readBrief));
}

function readBrief(brief: unknown): [string, string][] {
  if (typeof brief !== 'object' || brief === null || !('slug' in brief) || !('product' in brief)) return [];
  const { slug, product } = brief;
  return typeof slug === 'string' && typeof product === 'string' ? [[product, slug]] : [];
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
