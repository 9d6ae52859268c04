import type { ProductBrief } from '#protocol';
import styles from './ProductPicture.module.css';

/** Decorative: the product's name always stands beside it. Keeps its place while it loads. */
export function ProductPicture({ product, size }: { product: ProductBrief; size: number }) {
  if (product.picture === '') return null;
  return (
    <img
      className={styles.picture}
      src={product.picture}
      alt=""
      width={size}
      height={size}
      decoding="async"
      loading="lazy"
    />
  );
}
