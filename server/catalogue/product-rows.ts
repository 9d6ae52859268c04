import type { Product } from '#protocol';
import type { products } from './tables.ts';

type Row = typeof products.$inferSelect;

export const toProduct = ({ price, currency, width, depth, height, ...rest }: Row): Product => ({
  ...rest,
  price: { amount: price, currency },
  dimensions: { width, depth, height },
});

export const toRow = ({ price, dimensions, ...rest }: Product): Row => ({
  ...rest,
  price: price.amount,
  currency: price.currency,
  ...dimensions,
});
