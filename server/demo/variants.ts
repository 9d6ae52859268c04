import type { Product, Variant } from '#protocol';

/** What another finish adds to a price, in pence: the second colour of a piece is the dearer one. */
const secondColour = 1000;
/** Memory or storage that electronics come in, and what more of it adds. */
const sizes: Record<string, readonly (readonly [size: string, more: number])[]> = {
  laptop: [
    ['512 GB', 0],
    ['1 TB', 12_000],
  ],
  tablet: [
    ['128 GB', 0],
    ['256 GB', 7000],
  ],
  phone: [
    ['128 GB', 0],
    ['256 GB', 6000],
  ],
};

/** The variants of a demo product: its colours, and sizes where it has some. None where it comes in one form alone. */
export function demoVariants({ slug, noun, colours, price, inStock = 0 }: Product): Variant[] {
  const forms = colours.flatMap((colour, at) =>
    (sizes[noun] ?? [[undefined, 0] as const]).map(([storage, more]) => ({
      options: { colour, ...(storage && { storage }) },
      more: more + (at > 0 ? secondColour : 0),
    })),
  );
  if (forms.length < 2) return [];
  const share = Math.floor(inStock / forms.length);
  return forms.map(({ options, more }, at) => ({
    sku: `${slug}-${Object.values(options)
      .join('-')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')}`,
    options,
    price: { ...price, amount: price.amount + more },
    inStock: at === 0 ? inStock - share * (forms.length - 1) : share,
  }));
}
