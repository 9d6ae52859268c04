import type { PaymentMethod } from '#protocol';
import { HexkeyError } from '../errors.ts';
import type { Db, Store } from '../store/index.ts';
import { noSuchOrder } from './act-once.ts';
import { cancelLines, cancelOrder } from './changes/cancel.ts';
import { changeDefaultAddress } from './changes/default-address.ts';
import {
  changeDeliveryDay,
  changeOrderAddress,
  collectOrder,
  setDeliveryInstructions,
  upgradeShipping,
} from './changes/delivery.ts';
import { changeItems, changePayment } from './changes/items.ts';
import { exchangeItems, returnLines, startReturn } from './changes/returns.ts';
import { undo } from './changes/undo.ts';
import type { ItemQuote, OrderAct, Orders, ShopOrder } from './contract.ts';
import { changedItems, quoteItems, swapItems } from './item-changes.ts';
import { covers } from './ledger.ts';
import { NotPossibleError } from './not-possible.ts';
import { optionsFor } from './options.ts';
import { type OrderCase, readCase } from './order-case.ts';
import { moneyOf, type PaidOrderRows, readOrder } from './order-rows.ts';
import { readPolicies } from './policies.ts';
import { getOrder, listOrders, readCustomer, readInvoice, refundView } from './read-orders.ts';
import { toLine } from './views.ts';

export interface OrdersOptions {
  /** IANA name; days are the shop's calendar days. */
  timeZone: string;
  now?: () => Date;
}

export function createOrders(
  { db }: Pick<Store, 'db'>,
  { timeZone, now = () => new Date() }: OrdersOptions,
): Orders {
  const moment = () => ({ at: now(), timeZone });
  const rowsOf = async (customer: string, number: string): Promise<PaidOrderRows> => {
    const rows = await readOrder(db, customer, number);
    if (!rows) throw noSuchOrder(number);
    return rows;
  };
  const caseOf = async (customer: string, number: string): Promise<OrderCase> => {
    const at = await readCase(db, customer, number, moment());
    if (!at) throw noSuchOrder(number);
    return at;
  };
  const viewOf = async (tx: Db, { customer, order }: OrderAct): Promise<ShopOrder> => {
    const view = await getOrder(tx, customer, order);
    if (!view) throw noSuchOrder(order);
    return view;
  };
  const quote = async (
    at: OrderCase,
    of: 'changeItems' | 'exchangeItems',
    method: string | undefined,
    work: () => Promise<Awaited<ReturnType<typeof changedItems>>>,
  ): Promise<ItemQuote> => {
    const option = optionsFor(at)[of];
    if (!option.allowed) return { allowed: false, reason: 'too_late' };
    try {
      const { lines, difference } = await work();
      quoteItems(at, difference, method);
      return {
        allowed: true,
        difference: moneyOf(difference, at),
        lines: lines.map((line) => toLine(line, at)),
        methods: payersOf(at, option.methods, difference),
      };
    } catch (error) {
      if (error instanceof NotPossibleError) return { allowed: false, reason: error.reason };
      throw error;
    }
  };
  return {
    list: (customer) => listOrders(db, customer),
    get: (customer, number) => getOrder(db, customer, number),
    options: async (customer, number) => optionsFor(await caseOf(customer, number)),
    refund: async (customer, number) => refundView(await rowsOf(customer, number)),
    async invoice(customer, number) {
      const invoice = await readInvoice(db, customer, number);
      if (!invoice) throw noSuchOrder(number);
      return invoice;
    },
    customer: (customer) => readCustomer(db, customer),
    policies: () => readPolicies(db),
    async quoteChangeItems(customer, number, items, method) {
      const at = await caseOf(customer, number);
      return quote(at, 'changeItems', method, () => changedItems(db, at, items));
    },
    async quoteExchange(customer, number, items, method) {
      const at = await caseOf(customer, number);
      return quote(at, 'exchangeItems', method, () => swapItems(db, at, items));
    },
    async changeAddress(tx, act) {
      await changeOrderAddress(tx, act, moment());
      return viewOf(tx, act);
    },
    async cancel(tx, act) {
      const { refund, refunds = [] } = await cancelOrder(tx, act, moment());
      return { refund, refunds, order: await viewOf(tx, act) };
    },
    async upgradeShipping(tx, act) {
      const { price, expectedOn } = await upgradeShipping(tx, act, moment());
      return { price, expectedOn, order: await viewOf(tx, act) };
    },
    async startReturn(tx, act) {
      const { refund, refunds = [], collectOn } = await startReturn(tx, act, moment());
      return { refund, refunds, collectOn, order: await viewOf(tx, act) };
    },
    async returnLines(tx, act) {
      const { refund, refunds = [], collectOn } = await returnLines(tx, act, moment());
      return { refund, refunds, collectOn, order: await viewOf(tx, act) };
    },
    async cancelLines(tx, act) {
      const { refund, refunds } = await cancelLines(tx, act, moment());
      return { refund, refunds, order: await viewOf(tx, act) };
    },
    async exchangeItems(tx, act) {
      const { difference, collectOn } = await exchangeItems(tx, act, moment());
      return { difference, collectOn, order: await viewOf(tx, act) };
    },
    async changeItems(tx, act) {
      const { difference } = await changeItems(tx, act, moment());
      return { difference, order: await viewOf(tx, act) };
    },
    async changePayment(tx, act) {
      const { total } = await changePayment(tx, act, moment());
      return { total, order: await viewOf(tx, act) };
    },
    async changeDeliveryDay(tx, act) {
      await changeDeliveryDay(tx, act, moment());
      return viewOf(tx, act);
    },
    async setDeliveryInstructions(tx, act) {
      await setDeliveryInstructions(tx, act, moment());
      return viewOf(tx, act);
    },
    async collectOrder(tx, act) {
      await collectOrder(tx, act, moment());
      return viewOf(tx, act);
    },
    async undo(tx, act) {
      const { undone, refund } = await undo(tx, act, moment());
      return { undone, ...(refund && { refund }), order: await viewOf(tx, act) };
    },
    async changeDefaultAddress(tx, act) {
      await changeDefaultAddress(tx, act, moment());
      const customer = await readCustomer(tx, act.customer);
      if (!customer) throw new HexkeyError('not_found', 'The shop has sent no customer of this id yet.');
      return customer;
    },
  };
}

/** Methods that can pay a difference; all may receive one. */
const payersOf = (at: OrderCase, methods: PaymentMethod[], difference: number) =>
  difference > 0 ? methods.filter((method) => covers(method, difference, at.order.currency)) : methods;
