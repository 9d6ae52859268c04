import type { Language, Product } from '#protocol';
import {
  aspectAsked,
  compareProducts,
  type Difference,
  type ProductFact,
  productFact,
} from '../../catalogue/index.ts';
import type { Line } from '../replies/content.ts';
import type { Phrase } from '../replies/phrases.ts';

export const centimetres = (millimetres: number, language: Language) =>
  new Intl.NumberFormat(language, { style: 'unit', unit: 'centimeter', maximumFractionDigits: 1 }).format(
    millimetres / 10,
  );

export const kilograms = (grams: number, language: Language) =>
  new Intl.NumberFormat(language, { style: 'unit', unit: 'kilogram', maximumFractionDigits: 1 }).format(
    grams / 1000,
  );

const minutes = (count: number, language: Language) =>
  new Intl.NumberFormat(language, { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(count);

export const listed = (items: readonly string[], language: Language) =>
  new Intl.ListFormat(language === 'en' ? 'en-GB' : language).format(items);

const sides = (
  { width, depth, height }: { width: number; depth: number; height: number },
  language: Language,
) => [width, depth, height].map((side) => centimetres(side, language)).join(' × ');

const stock = ({ name, inStock }: Product): Line =>
  inStock === undefined
    ? ['product.available', { name }]
    : inStock > 0
      ? ['product.in_stock', { name, count: inStock }]
      : ['product.sold_out', { name }];

export const assemblyTime = ({ name, assemblyMinutes }: Product): Line =>
  assemblyMinutes > 0
    ? ['product.assembly', { name, minutes: assemblyMinutes }]
    : ['product.no_assembly', { name }];

/** What the catalogue knows that answers a question about a product; an overview where the question names nothing. */
export function answerAbout(text: string, product: Product, language: Language): Line[] {
  const fact = productFact(product, text);
  if (fact) return [factLine(fact, product, language)];
  return [['product.overview', { name: product.name, fact: product.description, price: product.price }]];
}

function factLine(fact: ProductFact, product: Product, language: Language): Line {
  const { name, price } = product;
  switch (fact.about) {
    case 'fits':
      return [
        fact.fits ? `product.fits_${fact.side}` : `product.too_big_${fact.side}`,
        {
          product: product.noun,
          size: centimetres(fact.size, language),
          fact: centimetres(fact.room, language),
        },
      ];
    case 'passage':
      return [
        fact.fits ? 'finding.passage_fits' : 'finding.passage_too_big',
        { size: centimetres(fact.size, language), fact: centimetres(fact.room, language) },
      ];
    case 'size':
      return ['product.size', { name, list: sides(fact, language) }];
    case 'price':
      return ['product.price', { name, price }];
    case 'stock':
      return stock(product);
    case 'assembly':
      return assemblyTime(product);
    case 'weight':
      return ['product.weight', { name, size: kilograms(fact.grams, language) }];
    case 'seats':
      return ['finding.seats', { name, count: fact.count }];
    case 'materials':
    case 'colours':
      return [phraseOf(fact), { name, list: listed(fact.values, language) }];
    case 'fact':
      return ['product.fact', { name, label: fact.label, fact: fact.fact }];
    case 'description':
      return ['finding.described', { name, fact: fact.sentence }];
  }
}

function phraseOf({ about, asked }: ProductFact & { about: 'materials' | 'colours' }): Phrase {
  if (!asked) return `product.${about}`;
  return `finding.${about === 'materials' ? 'made_of' : 'colour'}_${asked.has ? 'yes' : 'no'}`;
}

/** How two products compare, in what the question asks or in all that tells them apart. */
export function comparison(text: string, products: readonly [Product, Product], language: Language): Line[] {
  const aspect = aspectAsked(text);
  if (aspect === undefined) return products.map((product): Line => profile(product, language));
  const differences = compareProducts(...products, aspect);
  if (differences.length === 0) return [['finding.same']];
  return differences.slice(0, 3).flatMap((difference) => differenceLines(difference, products, language));
}

function profile(product: Product, language: Language): Line {
  const { name, price, dimensions, weight, assemblyMinutes, materials, facts } = product;
  const currency = new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    style: 'currency',
    currency: price.currency,
    ...(price.amount % 100 === 0 && { maximumFractionDigits: 0 }),
  });
  const list = [
    currency.format(price.amount / 100),
    ...(dimensions ? [sides(dimensions, language)] : []),
    ...(weight === undefined ? [] : [kilograms(weight, language)]),
    listed(materials, language),
    ...(assemblyMinutes > 0 ? [minutes(assemblyMinutes, language)] : []),
    ...(facts.warranty === undefined ? [] : [facts.warranty]),
  ];
  return ['finding.profile', { name, list: list.join(language === 'zh' ? '，' : ', ') }];
}

function differenceLines(
  difference: Difference,
  [first, second]: readonly [Product, Product],
  language: Language,
): Line[] {
  if (difference.about === 'fact')
    return [first, second].map(
      ({ name }, at): Line => [
        'product.fact',
        { name, label: difference.label, fact: difference.values[at] ?? '' },
      ],
    );
  if (!('more' in difference)) {
    const { about, values } = difference;
    return [first, second].map(
      ({ name }, at): Line => [`product.${about}`, { name, list: listed(values[at] ?? [], language) }],
    );
  }
  const [more, less] = difference.more === 'first' ? [first, second] : [second, first];
  if (difference.about === 'price')
    return [['finding.less_price', { name: less.name, price: less.price, total: more.price }]];
  const [high, low] = [Math.max(...difference.values), Math.min(...difference.values)];
  const shown = (value: number) => {
    if (difference.about === 'weight') return kilograms(value, language);
    return difference.about === 'assembly' ? minutes(value, language) : centimetres(value, language);
  };
  return [
    [
      `finding.more_${difference.about}`,
      difference.about === 'size'
        ? { name: more.name }
        : { name: more.name, size: shown(high), fact: shown(low) },
    ],
  ];
}
