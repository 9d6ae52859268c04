import type { Language, Product } from '#protocol';
import {
  type Constraint,
  findProducts,
  nounsOf,
  type ProductFinding,
  type ProductWish,
  parseConstraints,
} from '../../catalogue/index.ts';
import type { Content, Line } from '../replies/content.ts';
import { defineSkill, type Request } from './define.ts';
import { centimetres, kilograms, listed } from './product-facts.ts';

const mostShown = 3;

interface Found {
  wish: ProductWish;
  finding: ProductFinding;
  /** Products that the wish speaks of besides those that are looked for. */
  products: readonly Product[];
}

/** Products among which the kinds that a wish names are looked for. */
const mostRead = 60;

/** Those of the kinds that are named; all of a shop's where a wish names none, as for "something for the hall". */
async function candidates(catalogue: Request['services']['catalogue'], wish: string): Promise<Product[]> {
  const found = await catalogue.find(wish, mostRead);
  const nouns = nounsOf(found)
    .namedIn(wish)
    .flatMap((each) => each.nouns);
  return nouns.length > 0 ? catalogue.ofNouns([...new Set(nouns)]) : catalogue.all();
}

/** Products that hold to all that was stated; where nothing was, those that share words with the wish. */
async function look({ services: { catalogue }, question, language, slots }: Request): Promise<Found> {
  const products = await candidates(catalogue, question);
  const wish = parseConstraints(question, {
    language,
    products,
    ...(slots.product !== undefined && { about: slots.product }),
  });
  if (wish.constraints.length > 0 || wish.order)
    return { wish, products, finding: findProducts(wish, products) };
  return { wish, products, finding: { fits: await catalogue.find(question, mostShown * 2) } };
}

export const recommend = defineSkill({
  intents: ['recommend_product'],
  look,
  say({ language }, found): Content {
    const { wish, finding } = found;
    const products = finding.fits.filter(({ inStock }) => inStock !== 0).slice(0, mostShown);
    const [first, ...others] = products;
    if (!first) return nothingFits(found, language);
    const names = new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'disjunction' }).format(
      others.map(({ name }) => name),
    );
    return {
      lines: [
        ['recommend.first', { name: first.name, price: first.price }],
        ...(wish.constraints.some(({ kind }) => kind === 'size' || kind === 'passage')
          ? ([['product.size', { name: first.name, list: sizeOf(first, language) }]] satisfies Line[])
          : []),
        ...(others.length > 0 ? ([['recommend.others', { list: names }]] satisfies Line[]) : []),
      ],
      card: { kind: 'products', products },
      buttons: products.map(aboutButton),
    };
  },
});

const aboutButton = ({ slug, name }: Product): NonNullable<Content['buttons']>[number] => ({
  id: slug,
  label: ['choice.about', { name }],
  means: { do: 'start', skill: 'product_info', slots: { product: slug } },
});

function nothingFits({ wish, finding: { nearest, fits }, products }: Found, language: Language): Content {
  const unknown = wish.constraints.find((each) => each.kind === 'noun' && each.nouns.length === 0);
  if (unknown?.kind === 'noun') return { lines: [['finding.no_such_thing', { words: unknown.said }]] };
  const [soldOut] = fits;
  if (soldOut)
    return {
      lines: [['product.sold_out', { name: soldOut.name }]],
      card: { kind: 'products', products: [soldOut] },
    };
  if (!nearest) {
    const lines: Line[] =
      wish.constraints.length > 0
        ? [['finding.none_at_all'], ['recommend.for_what']]
        : [['recommend.for_what']];
    return { lines, expecting: 'free_text' };
  }
  const { product, breaks } = nearest;
  return {
    lines: [
      ['finding.none_fits', { name: product.name, price: product.price }],
      ...breaks.slice(0, 2).flatMap((each) => missLine(each, product, products, language)),
    ],
    card: { kind: 'products', products: [product] },
    buttons: [aboutButton(product)],
  };
}

/** What of the product is not as it was wanted. */
function missLine(
  broken: Constraint,
  product: Product,
  products: readonly Product[],
  language: Language,
): Line[] {
  const { dimensions } = product;
  switch (broken.kind) {
    case 'price':
      return [['finding.miss_price', { price: product.price }]];
    case 'size':
      return dimensions
        ? [[`finding.miss_${broken.side}`, { size: centimetres(dimensions[broken.side], language) }]]
        : [];
    case 'passage':
      return dimensions
        ? [
            [
              'finding.miss_passage',
              {
                size: centimetres(Math.min(...Object.values(dimensions)), language),
                fact: centimetres(broken.most, language),
              },
            ],
          ]
        : [];
    case 'weight':
      return product.weight === undefined
        ? []
        : [['finding.miss_weight', { size: kilograms(product.weight, language) }]];
    case 'material':
      return [['finding.miss_materials', { list: listed(product.materials, language) }]];
    case 'colour':
      return [['finding.miss_colours', { list: listed(product.colours, language) }]];
    case 'feature':
      return [[broken.not ? 'finding.miss_without' : 'finding.miss_feature', { words: broken.name }]];
    case 'seats':
      return [['finding.miss_seats', { count: broken.least }]];
    case 'than': {
      const name = products.find(({ slug }) => slug === broken.slug)?.name;
      return name === undefined || broken.slug === product.slug ? [] : [['finding.miss_than', { name }]];
    }
    default:
      return [];
  }
}

const sizeOf = ({ dimensions }: Product, language: Language) =>
  dimensions
    ? [dimensions.width, dimensions.depth, dimensions.height]
        .map((side) => centimetres(side, language))
        .join(' × ')
    : '';
