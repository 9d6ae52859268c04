import type { Product } from '#protocol';
import { nounsOf, productFact } from '../../catalogue/index.ts';
import type { Content, Line } from '../replies/content.ts';
import { defineSkill, type Request } from './define.ts';
import { answerAbout, comparison } from './product-facts.ts';
import { fromArticles, quoted } from './shop-question.ts';

const productOf = ({ product }: Request): Product => {
  if (!product) throw new Error('This skill runs only once its product is known.');
  return product;
};

/** Products among which the two that a question compares are looked for. */
const mostRead = 20;

/** Two products whose names the question says: it asks how they compare. */
async function comparedIn({ services, question }: Request): Promise<[Product, Product] | undefined> {
  const products = await services.catalogue.find(question, mostRead);
  const slugs = new Set(
    nounsOf(products)
      .namedIn(question)
      .flatMap(({ slug }) => (slug === undefined ? [] : [slug])),
  );
  const [first, second] = [...slugs].flatMap((slug) => products.filter((product) => product.slug === slug));
  return first && second && slugs.size === 2 ? [first, second] : undefined;
}

/** More than "tell me about it": a question that an overview does not answer. */
const asksSomething =
  /^(?:.{0,30}\b)?(?:does|do|is|are|can|could|will|would|has|have|how|which|what)\b|吗|能不能|怎么|多少/iu;

export const productInfo = defineSkill({
  intents: ['product_info', 'compare_products'],
  needs: [{ slot: 'product', unless: async (request) => (await comparedIn(request)) !== undefined }],
  async look(request) {
    const compared = await comparedIn(request);
    const { product, question } = request;
    const known =
      compared || !product || productFact(product, question) !== undefined || !asksSomething.test(question);
    return { compared, article: known ? undefined : await fromArticles(request) };
  },
  say(request, { compared, article }): Content {
    const { question, language } = request;
    if (article) return quoted(article, request.language);
    if (compared)
      return {
        lines: comparison(question, compared, language),
        card: { kind: 'products', products: compared },
      };
    const product = productOf(request);
    return {
      lines: answerAbout(question, product, language),
      card: { kind: 'products', products: [product] },
    };
  },
});

function buying({ name, price, inStock }: Product, count: number): Line {
  if (inStock === 0) return ['product.sold_out', { name }];
  if (count === 1) return ['product.buy', { name, price }];
  if (inStock !== undefined && count > inStock) return ['product.too_few', { name, count: inStock }];
  return ['product.buy_several', { name, count, total: { ...price, amount: price.amount * count } }];
}

/** Buying happens on the shop's own pages: Hexkey takes no payments and says so. */
export const placeOrder = defineSkill({
  intents: ['place_order'],
  needs: [
    { slot: 'product', ask: ['product.ask_to_buy'] },
    { slot: 'quantity', optional: true },
  ],
  say(request): Content {
    const product = productOf(request);
    return {
      lines: [buying(product, request.slots.quantity ?? 1)],
      card: { kind: 'products', products: [product] },
    };
  },
});
