import type { Address, Day, Money, OrderBrief, OrderView } from '#protocol';
import type { Db } from '../store/contract.ts';

/** Who did it and how to recognise it again: the same key never acts twice. */
export interface Act {
  customer: string;
  order: string;
  idempotencyKey: string;
}

/** What can still be done with an order, and why not where it cannot. Reasons are codes; templates hold the words. */
export interface OrderOptions {
  changeAddress: Allowed<'shipped' | 'delivered' | 'cancelled'>;
  cancel: Allowed<'shipped' | 'delivered' | 'cancelled'>;
  /** `no_sooner`: express would not arrive before the day already promised. */
  hurry: Allowed<
    'already_express' | 'no_sooner' | 'shipped' | 'delivered' | 'cancelled',
    { price: Money; expectedOn: string }
  >;
  return: Allowed<
    'not_delivered' | 'window_closed' | 'already_returning' | 'cancelled',
    { refund: Money; until: string }
  >;
}
export type Allowed<Reason extends string, Terms = object> =
  | ({ allowed: true } & Terms)
  | { allowed: false; reason: Reason };

export interface RefundView {
  amount: Money;
  state: 'none' | 'waiting_for_goods' | 'processing' | 'paid';
  expectedOn?: string;
}

/**
 * The shop's orders as a shopper may see and change them. Every method is bound to a customer: another's order reads as
 * not found. Changes run inside the caller's transaction (pass its `tx`), write an event to the order's history, and
 * throw `too_late` when the order is past that point. Reads take their own connection: call them before or after a
 * transaction, never inside one (the embedded store has a single connection and would wait for itself).
 */
export interface Orders {
  /** Newest first. */
  list(customer: string): Promise<OrderBrief[]>;
  get(customer: string, number: string): Promise<OrderView | undefined>;
  options(customer: string, number: string): Promise<OrderOptions>;
  refund(customer: string, number: string): Promise<RefundView>;
  invoice(
    customer: string,
    number: string,
  ): Promise<{ lines: { label: string; amount: Money }[]; total: Money }>;
  customer(
    customer: string,
  ): Promise<{ firstName: string; name: string; email: string; addresses: Address[] } | undefined>;
  changeAddress(tx: Db, act: Act & { address: Address }): Promise<OrderView>;
  cancel(tx: Db, act: Act & { reason?: string }): Promise<{ order: OrderView; refund: Money }>;
  hurry(tx: Db, act: Act): Promise<{ order: OrderView; price: Money; expectedOn: Day }>;
  startReturn(
    tx: Db,
    act: Act & { reason?: string },
  ): Promise<{ order: OrderView; refund: Money; collectOn: Day }>;
}
