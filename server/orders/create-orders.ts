import type { OrderView } from '#protocol';
import { readDeliveryOptions } from '../catalogue/index.ts';
import type { Db, Store } from '../store/index.ts';
import { notFound } from './act-once.ts';
import { cancel } from './changes/cancel.ts';
import { changeAddress } from './changes/change-address.ts';
import { hurry } from './changes/hurry.ts';
import { startReturn } from './changes/start-return.ts';
import type { Act, Orders } from './contract.ts';
import { optionsFor } from './options.ts';
import { type OrderRows, readOrder } from './order-rows.ts';
import { getOrder, listOrders, readCustomer, readInvoice, readRefund } from './read-orders.ts';

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
  const rowsOf = async (customer: string, number: string): Promise<OrderRows> => {
    const rows = await readOrder(db, customer, number);
    if (!rows) throw notFound(number);
    return rows;
  };
  const viewOf = async (tx: Db, { customer, order }: Act): Promise<OrderView> => {
    const view = await getOrder(tx, customer, order);
    if (!view) throw notFound(order);
    return view;
  };
  return {
    list: (customer) => listOrders(db, customer),
    get: (customer, number) => getOrder(db, customer, number),
    options: async (customer, number) =>
      optionsFor(await rowsOf(customer, number), await readDeliveryOptions(db), moment()),
    async refund(customer, number) {
      const { order } = await rowsOf(customer, number);
      return readRefund(db, number, order.currency);
    },
    async invoice(customer, number) {
      const invoice = await readInvoice(db, customer, number);
      if (!invoice) throw notFound(number);
      return invoice;
    },
    customer: (customer) => readCustomer(db, customer),
    async changeAddress(tx, act) {
      await changeAddress(tx, act, moment());
      return viewOf(tx, act);
    },
    async cancel(tx, act) {
      const terms = await cancel(tx, act, moment());
      return { ...terms, order: await viewOf(tx, act) };
    },
    async hurry(tx, act) {
      const terms = await hurry(tx, act, moment());
      return { ...terms, order: await viewOf(tx, act) };
    },
    async startReturn(tx, act) {
      const terms = await startReturn(tx, act, moment());
      return { ...terms, order: await viewOf(tx, act) };
    },
  };
}
