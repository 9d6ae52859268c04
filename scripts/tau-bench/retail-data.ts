import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Type, { type Static, type TSchema } from 'typebox';
import Value from 'typebox/value';

const Options = Type.Record(Type.String(), Type.String());

export const RetailAddress = Type.Object({
  address1: Type.String(),
  address2: Type.String(),
  city: Type.String(),
  state: Type.String(),
  zip: Type.String(),
  country: Type.String(),
});
export type RetailAddress = Static<typeof RetailAddress>;

const RetailMethod = Type.Object({
  id: Type.String(),
  source: Type.String(),
  brand: Type.Optional(Type.String()),
  last_four: Type.Optional(Type.String()),
  balance: Type.Optional(Type.Number()),
});
export type RetailMethod = Static<typeof RetailMethod>;

const RetailUser = Type.Object({
  name: Type.Object({ first_name: Type.String(), last_name: Type.String() }),
  address: RetailAddress,
  email: Type.String(),
  payment_methods: Type.Record(Type.String(), RetailMethod),
  orders: Type.Array(Type.String()),
});
export type RetailUser = Static<typeof RetailUser>;

const RetailVariant = Type.Object({
  item_id: Type.String(),
  options: Options,
  available: Type.Boolean(),
  price: Type.Number(),
});
export type RetailVariant = Static<typeof RetailVariant>;

const RetailProduct = Type.Object({
  name: Type.String(),
  product_id: Type.String(),
  variants: Type.Record(Type.String(), RetailVariant),
});
export type RetailProduct = Static<typeof RetailProduct>;

const RetailItem = Type.Object({
  name: Type.String(),
  product_id: Type.String(),
  item_id: Type.String(),
  price: Type.Number(),
  options: Options,
});
export type RetailItem = Static<typeof RetailItem>;

const RetailOrder = Type.Object({
  order_id: Type.String(),
  user_id: Type.String(),
  address: RetailAddress,
  items: Type.Array(RetailItem),
  status: Type.String(),
  payment_history: Type.Array(
    Type.Object({
      transaction_type: Type.String(),
      amount: Type.Number(),
      payment_method_id: Type.String(),
    }),
  ),
});
export type RetailOrder = Static<typeof RetailOrder>;

export const RetailAction = Type.Object({
  name: Type.String(),
  kwargs: Type.Record(Type.String(), Type.Unknown()),
});
export type RetailAction = Static<typeof RetailAction>;

/** What the shopper is after is told by goals; of the task itself who they are and what must stand afterwards counts. */
const RetailTask = Type.Object({ user: Type.String(), actions: Type.Array(RetailAction) });
export type RetailTask = Static<typeof RetailTask>;

/** Prices are dollars. */
export interface RetailData {
  users: Map<string, RetailUser>;
  orders: Map<string, RetailOrder>;
  products: Map<string, RetailProduct>;
}

const mapOf = <Schema extends TSchema>(path: string, schema: Schema) =>
  new Map(
    Object.entries(
      Value.Parse(Type.Record(Type.String(), schema), JSON.parse(readFileSync(path, 'utf8'))),
    ) as [string, Static<Schema>][],
  );

export const readRetailData = (folder: string): RetailData => ({
  users: mapOf(join(folder, 'users.json'), RetailUser),
  orders: mapOf(join(folder, 'orders.json'), RetailOrder),
  products: mapOf(join(folder, 'products.json'), RetailProduct),
});

/** Tasks by their ids: "tasks-dev.jsonl" holds dev-0, dev-1 and so on. */
export function readTasks(path: string): Map<string, RetailTask> {
  const name = basename(path, '.jsonl').replace(/^tasks-/, '');
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return new Map(lines.map((line, index) => [`${name}-${index}`, Value.Parse(RetailTask, JSON.parse(line))]));
}

export const cents = (dollars: number): number => Math.round(dollars * 100);

/** Of an order that a customer has. Throws where there is none: a task names it wrongly. */
export function found<Value>(things: ReadonlyMap<string, Value>, id: string): Value {
  const thing = things.get(id);
  if (thing === undefined) throw new Error(`There is no ${id} in the shop's data.`);
  return thing;
}

/** A variant, whichever product it is one of. */
export function variantOf(data: RetailData, item: string): RetailVariant & { product: RetailProduct } {
  for (const product of data.products.values()) {
    const variant = product.variants[item];
    if (variant) return { ...variant, product };
  }
  throw new Error(`There is no item ${item} in the shop's data.`);
}
