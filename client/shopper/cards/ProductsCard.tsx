import type { Product, Variant } from '#protocol';
import { useI18n } from '../../i18n/index.ts';
import { BuildLink } from './BuildLinks.tsx';
import { CardFrame } from './CardFrame.tsx';
import { type FactRow, Facts } from './Facts.tsx';
import { ProductPicture } from './ProductPicture.tsx';
import styles from './ProductsCard.module.css';
import { Tag } from './Tag.tsx';

/** One product with its facts open, or several with theirs folded. */
export function ProductsCard({ products }: { products: Product[] }) {
  const { t } = useI18n();
  const single = products.length === 1;
  return (
    <CardFrame title={single ? products[0]?.name : t.products.title}>
      <ul className={styles.list}>
        {products.map((product) => (
          <li className={styles.product} key={product.slug}>
            <ProductHead product={product} named={!single} />
            <BuildLink product={product} />
            <details className={styles.details} open={single}>
              <summary className={styles.summary}>{t.products.details}</summary>
              <ProductFacts product={product} />
            </details>
          </li>
        ))}
      </ul>
    </CardFrame>
  );
}

function ProductHead({ product, named }: { product: Product; named: boolean }) {
  const { t, format } = useI18n();
  return (
    <div className={styles.head}>
      <ProductPicture product={product} size={96} />
      <div className={styles.words}>
        {named && <strong>{product.name}</strong>}
        <span className={styles.price}>{format.money(product.price)}</span>
        {product.inStock !== undefined && (
          <Tag tone={product.inStock === 0 ? 'attention' : product.inStock <= 5 ? 'waiting' : 'good'}>
            {t.products.stock(product.inStock)}
          </Tag>
        )}
        <p className={styles.description}>{product.description}</p>
      </div>
    </div>
  );
}

function ProductFacts({ product }: { product: Product }) {
  const { t, format } = useI18n();
  const assembly = product.assemblyMinutes
    ? t.products.minutes(product.assemblyMinutes)
    : t.products.noAssembly;
  const facts: FactRow[] = [{ label: t.products.assembly, value: assembly }];
  if (product.dimensions)
    facts.unshift({
      label: `${t.products.size} (${t.products.widthDepthHeight})`,
      value: format.size(product.dimensions),
    });
  if (product.weight !== undefined)
    facts.push({ label: t.products.weight, value: format.weight(product.weight) });
  if (product.materials.length > 0)
    facts.push({ label: t.products.materials, value: format.list(product.materials) });
  if (product.colours.length > 0)
    facts.push({ label: t.products.colours, value: format.list(product.colours) });
  for (const [label, value] of Object.entries(product.facts))
    facts.push({ label: label.charAt(0).toUpperCase() + label.slice(1), value });
  return (
    <>
      <Facts facts={facts} />
      {product.variants && <Variants variants={product.variants} />}
    </>
  );
}

/** The forms it comes in, each with its price. */
function Variants({ variants }: { variants: Variant[] }) {
  const { t, format } = useI18n();
  return (
    <>
      <h4 className={styles.variantsTitle}>{t.products.variants}</h4>
      <ul className={styles.variants}>
        {variants.map(({ sku, options, price, inStock }) => (
          <li className={styles.variant} key={sku} data-out={inStock === 0}>
            <span>{Object.values(options).join(', ')}</span>
            <span>{inStock === 0 ? t.products.stock(0) : format.money(price)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
