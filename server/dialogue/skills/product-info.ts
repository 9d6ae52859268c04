import type { Product } from '#protocol';
import type { Content, Line } from '../replies/content.ts';
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
