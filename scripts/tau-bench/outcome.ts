import Type from 'typebox';
import Value from 'typebox/value';
import {
  cents,
  found,
  type RetailAction,
  RetailAddress,
  type RetailData,
  type RetailOrder,
  variantOf,
} from './retail-data.ts';

/** What stands in the shop's data of one order. */
export interface OrderOutcome {
  /** The reason, where it was cancelled. */
  cancelled: string | undefined;
  address: string;
  /** Each piece, sorted: its item's id, with what becomes of it where something does. */
  items: string[];
  /** What each payment method paid (below zero: gets back) since the shop was loaded, in cents; zeros are left out. */
  money: Map<string, number>;
}

/** What stands in the shop's data of one customer. */
export interface ShopOutcome {
  defaultAddress: string;
  orders: Map<string, OrderOutcome>;
}

export const returned = (item: string) => `${item} goes back`;
export const exchanged = (item: string, to: string) => `${item} for ${to}`;

/** Addresses are compared by what is in them. */
export const addressText = (lines: (string | undefined)[]): string =>
  lines
    .map((line) => (line ?? '').trim())
    .join('|')
    .toLowerCase();

const retailAddressText = ({ address1, address2, city, state, zip, country }: RetailAddress) =>
  addressText([address1, address2, city, state, zip, country === 'USA' ? 'US' : country]);

const Cancel = Type.Object({ order_id: Type.String(), reason: Type.String() });
const Items = Type.Object({
  order_id: Type.String(),
  item_ids: Type.Array(Type.String()),
  payment_method_id: Type.String(),
});
const Swap = Type.Object({ ...Items.properties, new_item_ids: Type.Array(Type.String()) });
const Payment = Type.Object({ order_id: Type.String(), payment_method_id: Type.String() });
const OrderAddress = Type.Object({ ...RetailAddress.properties, order_id: Type.String() });
const UserAddress = Type.Object({ ...RetailAddress.properties, user_id: Type.String() });

/**
 * What must stand after a task: its actions applied to the data as it was loaded. Look-ups among them do not count, nor
 * does what a gift card would have to pay that does not cover it: the shop refuses it.
 */
export function expectedOutcome(
  data: RetailData,
  user: string,
  actions: readonly RetailAction[],
): ShopOutcome {
  const customer = found(data.users, user);
  const outcome: ShopOutcome = {
    defaultAddress: retailAddressText(customer.address),
    orders: new Map(customer.orders.map((number) => [number, unchanged(found(data.orders, number))])),
  };
  const cards = new Map(
    Object.values(customer.payment_methods).flatMap(({ id, balance }) =>
      balance === undefined ? [] : [[id, cents(balance)] as const],
    ),
  );
  for (const { name, kwargs } of actions) changes[name]?.(outcome, kwargs, { data, cards });
  for (const order of outcome.orders.values()) {
    order.items.sort();
    dropZeros(order.money);
  }
  return outcome;
}

const unchanged = (order: RetailOrder): OrderOutcome => ({
  cancelled: order.status === 'cancelled' ? '' : undefined,
  address: retailAddressText(order.address),
  items: order.items.map(({ item_id }) => item_id),
  money: new Map(),
});

export function addMoney(money: Map<string, number>, method: string, amount: number): void {
  money.set(method, (money.get(method) ?? 0) + amount);
}

export function dropZeros(money: Map<string, number>): void {
  for (const [method, amount] of money) if (amount === 0) money.delete(method);
}

interface Shop {
  data: RetailData;
  /** Balances of the customer's gift cards, in cents. */
  cards: Map<string, number>;
}
type Application = (outcome: ShopOutcome, kwargs: unknown, shop: Shop) => void;

const covers = ({ cards }: Shop, method: string, amount: number): boolean =>
  (cards.get(method) ?? amount) >= amount;

/** What a gift card is given, or pays. */
function book({ cards }: Shop, method: string, amount: number): void {
  const balance = cards.get(method);
  if (balance !== undefined) cards.set(method, balance - amount);
}

const changes: Record<string, Application> = {
  cancel_pending_order(outcome, kwargs, shop) {
    const { order_id, reason } = Value.Parse(Cancel, kwargs);
    const order = found(outcome.orders, order_id);
    order.cancelled = reason;
    for (const { payment_method_id, amount } of found(shop.data.orders, order_id).payment_history) {
      addMoney(order.money, payment_method_id, -cents(amount));
      book(shop, payment_method_id, -cents(amount));
    }
  },
  return_delivered_order_items(outcome, kwargs, { data }) {
    const { order_id, item_ids, payment_method_id } = Value.Parse(Items, kwargs);
    const order = found(outcome.orders, order_id);
    for (const item of item_ids) {
      replaceItem(order, item, returned(item));
      addMoney(order.money, payment_method_id, -cents(priceIn(data, order_id, item)));
    }
  },
  exchange_delivered_order_items(outcome, kwargs, shop) {
    swap(outcome, kwargs, shop, exchanged);
  },
  modify_pending_order_items(outcome, kwargs, shop) {
    swap(outcome, kwargs, shop, (_, to) => to);
  },
  modify_pending_order_payment(outcome, kwargs, shop) {
    const { order_id, payment_method_id } = Value.Parse(Payment, kwargs);
    const order = found(outcome.orders, order_id);
    for (const { payment_method_id: old, amount } of found(shop.data.orders, order_id).payment_history) {
      if (!covers(shop, payment_method_id, cents(amount))) continue;
      for (const [method, paid] of [
        [old, -cents(amount)],
        [payment_method_id, cents(amount)],
      ] as const) {
        addMoney(order.money, method, paid);
        book(shop, method, paid);
      }
    }
  },
  modify_pending_order_address(outcome, kwargs) {
    const address = Value.Parse(OrderAddress, kwargs);
    found(outcome.orders, address.order_id).address = retailAddressText(address);
  },
  modify_user_address(outcome, kwargs) {
    outcome.defaultAddress = retailAddressText(Value.Parse(UserAddress, kwargs));
  },
};

function swap(
  outcome: ShopOutcome,
  kwargs: unknown,
  shop: Shop,
  becomes: (item: string, to: string) => string,
): void {
  const { order_id, item_ids, new_item_ids, payment_method_id } = Value.Parse(Swap, kwargs);
  const { data } = shop;
  const order = found(outcome.orders, order_id);
  const pairs = item_ids.map((item, index) => ({ item, to: new_item_ids[index] ?? item }));
  const difference = pairs.reduce(
    (sum, { item, to }) => sum + cents(variantOf(data, to).price) - cents(priceIn(data, order_id, item)),
    0,
  );
  if (!covers(shop, payment_method_id, difference)) return;
  // The same again is no change: there is nothing to send and nothing to pay.
  for (const { item, to } of pairs.filter(({ item, to }) => item !== to)) {
    replaceItem(order, item, becomes(item, to));
    const paid = cents(variantOf(data, to).price) - cents(priceIn(data, order_id, item));
    addMoney(order.money, payment_method_id, paid);
    book(shop, payment_method_id, paid);
  }
}

function replaceItem({ items }: OrderOutcome, item: string, by: string): void {
  const index = items.indexOf(item);
  if (index < 0) throw new Error(`The order holds no ${item}.`);
  items[index] = by;
}

function priceIn(data: RetailData, number: string, item: string): number {
  const line = found(data.orders, number).items.find(({ item_id }) => item_id === item);
  if (!line) throw new Error(`${number} holds no ${item}.`);
  return line.price;
}

/** How one outcome differs from the other, in words; nothing where they are the same. */
export function differences(expected: ShopOutcome, actual: ShopOutcome): string[] {
  const found: string[] = [];
  const compare = (what: string, wanted: string | undefined, is: string | undefined) => {
    if (wanted !== is) found.push(`${what}: ${is ?? 'not'}, should be ${wanted ?? 'not'}`);
  };
  compare('default address', expected.defaultAddress, actual.defaultAddress);
  for (const [number, wanted] of expected.orders) {
    const is = actual.orders.get(number);
    if (!is) {
      found.push(`${number} is missing`);
      continue;
    }
    compare(`${number} cancelled`, wanted.cancelled, is.cancelled);
    compare(`${number} address`, wanted.address, is.address);
    compare(`${number} items`, wanted.items.join(', '), is.items.join(', '));
    compare(`${number} money`, moneyText(wanted.money), moneyText(is.money));
  }
  return found;
}

const moneyText = (money: ReadonlyMap<string, number>) =>
  [...money]
    .map(([method, amount]) => `${method} ${amount}`)
    .sort()
    .join(', ');
