import type { Product } from '../../protocol/index.ts';
import type { Content } from '../replies/content.ts';
import { defineSkill, type Request } from './define.ts';
import { answerAbout } from './product-facts.ts';

const productOf = ({ product }: Request): Product => {
  if (!product) throw new Error('This skill runs only once its product is known.');
  return product;
};

export const productInfo = defineSkill({
  intents: ['product_info'],
  needs: [{ slot: 'product' }],
  say(request): Content {
    const product = productOf(request);
    return {
      lines: answerAbout(request.question, product, request.language),
      card: { kind: 'products', products: [product] },
    };
  },
});

/** Buying happens on the shop's own pages: Hexkey takes no payments and says so. */
export const placeOrder = defineSkill({
  intents: ['place_order'],
  needs: [{ slot: 'product', ask: ['product.ask_to_buy'] }],
  say(request): Content {
    const product = productOf(request);
    const { name, price } = product;
    return {
      lines: [[product.inStock > 0 ? 'product.buy' : 'product.sold_out', { name, price }]],
      card: { kind: 'products', products: [product] },
    };
  },
});
