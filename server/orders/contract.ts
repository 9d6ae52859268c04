import type {
  Address,
  Day,
  DeliveryInstructions,
  MethodAmount,
  Money,
  OrderBrief,
  OrderLine,
  OrderView,
  PaymentMethod,
  PickupPoint,
} from '#protocol';
import type { Db } from '../store/contract.ts';
import type { ShopPolicies } from './policies.ts';

/** Who did it and how to recognise it again: the same key never acts twice. */
export interface OrderAct {
  customer: string;
  order: string;
  idempotencyKey: string;
  /** The terms that were said. Where they no longer hold, nothing is changed and `not_possible` (`terms_changed`) is thrown. */
  agreed?: Agreed;
}

/** `amount`: what is paid back, or the price or difference (negative where the customer gets it). */
export interface Agreed {
  amount?: Money;
  day?: Day;
}

export type Allowed<Reason extends string, Terms = object> =
  | ({ allowed: true } & Terms)
  | { allowed: false; reason: Reason };

/** `not_offered`: the shop does not let it be done here; a person may. */
export type BeforeLeaving = 'not_offered' | 'packed' | 'shipped' | 'delivered' | 'cancelled';
/** `carrier_cannot`: this carrier does not do it once it has the parcel. */
export type BeforeDelivery = BeforeLeaving | 'out_for_delivery' | 'carrier_cannot';
export type AfterDelivery =
  | 'not_offered'
  | 'not_delivered'
  | 'window_closed'
  | 'already_returning'
  | 'cancelled';

/** A line that something can be done with. `refund` is for all of its pieces. */
export interface OpenLine {
  line: string;
  quantity: number;
  refund: Money;
}

/** What can still be done with an order, and why not where it cannot. Reasons are codes; templates hold the words. */
export interface OrderOptions {
  /** `countries`: those delivered to, where the shop has said. */
  changeAddress: Allowed<BeforeLeaving, { countries?: string[] }>;
  /** `refunds`: the refund by method. `reasons`: one of them must be given, where there are any. */
  cancel: Allowed<BeforeLeaving, { refund: Money; refunds: MethodAmount[]; reasons: string[] }>;
  /** `no_sooner`: express would not arrive before the day already promised. */
  upgradeShipping: Allowed<
    BeforeLeaving | 'already_express' | 'no_sooner',
    { price: Money; expectedOn: Day; methods: PaymentMethod[] }
  >;
  /** `until`: the last day for it; absent where there is no end. `to`: where the price can go besides where it came from. */
  return: Allowed<AfterDelivery, { refund: Money; until?: Day; to: PaymentMethod[] }>;
  returnLines: Allowed<
    AfterDelivery | 'already_done',
    { lines: OpenLine[]; until?: Day; to: PaymentMethod[] }
  >;
  /** `methods`: those that can pay a difference or receive it. */
  exchangeItems: Allowed<
    AfterDelivery | 'already_done',
    { lines: OpenLine[]; until?: Day; methods: PaymentMethod[] }
  >;
  /** `one_line`: there is one thing alone; cancel the order instead. */
  cancelLines: Allowed<BeforeLeaving | 'one_line', { lines: OpenLine[] }>;
  changeItems: Allowed<
    BeforeLeaving | 'already_done',
    { lines: OpenLine[]; kinds: ShopPolicies['itemChanges']; methods: PaymentMethod[] }
  >;
  /**
   * `methods`: the others that can pay all of it. `no_other_method`: there is none. `payment_unknown`: the shop told
   * nothing of how it was paid. `split_payment`: several methods paid it.
   */
  changePayment: Allowed<
    BeforeLeaving | 'no_other_method' | 'payment_unknown' | 'split_payment',
    { total: Money; methods: PaymentMethod[] }
  >;
  /** `day_unknown`: nothing is promised that could be put off. */
  changeDeliveryDay: Allowed<BeforeDelivery | 'day_unknown', { days: Day[] }>;
  setDeliveryInstructions: Allowed<BeforeDelivery>;
  collectOrder: Allowed<BeforeDelivery | 'no_points', { points: PickupPoint[] }>;
  /** The last change. `changed_since`: the shop or the carrier went on from there. */
  undo: Allowed<
    'not_offered' | 'nothing_to_undo' | 'not_revocable' | 'too_late' | 'changed_since',
    /** `address`: where the order goes again, where that is what changes. */
    { change: Undoable; at: string; address?: Address }
  >;
}

export type Undoable =
  | 'change_address'
  | 'upgrade_shipping'
  | 'change_delivery_day'
  | 'set_delivery_instructions'
  | 'collect_order'
  | 'change_items'
  | 'change_payment'
  | 'start_return'
  | 'return_lines'
  | 'exchange_items';

export interface RefundView {
  amount: Money;
  state: 'none' | 'waiting_for_goods' | 'processing' | 'paid';
  expectedOn?: string;
}

/** A line, or some of its pieces; all of them where `quantity` is absent. */
export interface LineChoice {
  line: string;
  quantity?: number;
}

/** What is to come in place of something. Without `product` another variant of the same; `sku` where there are variants. */
export interface WantedItem {
  product?: string;
  sku?: string;
}

export type Swap = LineChoice & { to: WantedItem };

export type ItemChange =
  | ({ change: 'replace' } & Swap)
  | { change: 'quantity'; line: string; quantity: number }
  | { change: 'add'; product: string; sku?: string; quantity: number }
  | ({ change: 'remove' } & LineChoice);

/** Why a request cannot be met though its kind is allowed. */
export type NotPossibleReason =
  | 'terms_changed'
  | 'no_such_line'
  | 'no_such_product'
  | 'no_such_variant'
  | 'variant_needed'
  | 'out_of_stock'
  | 'same_item'
  | 'kind_not_offered'
  | 'other_currency'
  | 'nothing_left'
  | 'nothing_changes'
  | 'no_such_method'
  | 'method_not_accepted'
  | 'balance_too_low'
  | 'country_not_served'
  | 'day_not_offered'
  | 'no_such_point'
  | 'reason_not_accepted';

/** `difference`: what is paid for it, negative where the customer gets it back. `lines`: the order's, as they would be. */
export type ItemQuote = Allowed<
  NotPossibleReason | 'too_late',
  { difference: Money; lines: IdentifiedLine[]; methods: PaymentMethod[] }
>;

export type IdentifiedLine = OrderLine & { id: string };
export type ShopOrder = OrderView & { lines: IdentifiedLine[] };

export interface ShopCustomer {
  firstName: string;
  name: string;
  email: string;
  addresses: Address[];
  /** The one meant where none is named. */
  defaultAddress?: Address;
  paymentMethods: PaymentMethod[];
}

/**
 * The shop's orders as a shopper may see and change them. Every method is bound to a customer: another's order reads as
 * not found. Changes run inside the caller's transaction (pass its `tx`), write an event to the order's history and a
 * line to the change feed. They throw `too_late` (TooLateError, with the reason that `options` gives) when the order is
 * past that point, and `not_possible` (NotPossibleError, with its reason) when this very request cannot be met. Reads
 * take their own connection: call them before or after a transaction, never inside one (the embedded store has a single
 * connection and would wait for itself).
 */
export interface Orders {
  /** Newest first. */
  list(customer: string): Promise<OrderBrief[]>;
  get(customer: string, number: string): Promise<ShopOrder | undefined>;
  options(customer: string, number: string): Promise<OrderOptions>;
  /** All refunds of an order as one; the furthest behind gives the state. */
  refund(customer: string, number: string): Promise<RefundView>;
  invoice(
    customer: string,
    number: string,
  ): Promise<{ lines: { label: string; amount: Money }[]; total: Money }>;
  customer(customer: string): Promise<ShopCustomer | undefined>;
  /** What the shop allows. */
  policies(): Promise<ShopPolicies>;
  /** What a change of items would cost, worked out as the change itself does. */
  quoteChangeItems(
    customer: string,
    number: string,
    items: ItemChange[],
    method?: string,
  ): Promise<ItemQuote>;
  quoteExchange(customer: string, number: string, items: Swap[], method?: string): Promise<ItemQuote>;
  changeAddress(tx: Db, act: OrderAct & { address: Address }): Promise<ShopOrder>;
  cancel(
    tx: Db,
    act: OrderAct & { reason?: string },
  ): Promise<{ order: ShopOrder; refund: Money; refunds: MethodAmount[] }>;
  /** `method`: id of the one that pays; the one that paid the order where absent. */
  upgradeShipping(
    tx: Db,
    act: OrderAct & { method?: string },
  ): Promise<{ order: ShopOrder; price: Money; expectedOn: Day }>;
  /** All of a delivered order. `refundTo`: id of a method; to those that paid where absent. */
  startReturn(
    tx: Db,
    act: OrderAct & { reason?: string; refundTo?: string },
  ): Promise<{ order: ShopOrder; refund: Money; refunds: MethodAmount[]; collectOn: Day }>;
  /** Some lines. Those that are all that is left make the whole order one that goes back. */
  returnLines(
    tx: Db,
    act: OrderAct & { lines: LineChoice[]; reason?: string; refundTo?: string },
  ): Promise<{ order: ShopOrder; refund: Money; refunds: MethodAmount[]; collectOn: Day }>;
  cancelLines(
    tx: Db,
    act: OrderAct & { lines: LineChoice[]; reason?: string },
  ): Promise<{ order: ShopOrder; refund: Money; refunds: MethodAmount[] }>;
  /** Delivered things for others; the difference is settled when they are swapped. */
  exchangeItems(
    tx: Db,
    act: OrderAct & { items: Swap[]; method?: string; reason?: string },
  ): Promise<{ order: ShopOrder; difference: Money; collectOn: Day }>;
  changeItems(
    tx: Db,
    act: OrderAct & { items: ItemChange[]; method?: string },
  ): Promise<{ order: ShopOrder; difference: Money }>;
  /** All of it on another of the customer's methods; what the old one paid goes back to it. */
  changePayment(tx: Db, act: OrderAct & { method: string }): Promise<{ order: ShopOrder; total: Money }>;
  changeDeliveryDay(tx: Db, act: OrderAct & { day: Day }): Promise<ShopOrder>;
  setDeliveryInstructions(tx: Db, act: OrderAct & { instructions: DeliveryInstructions }): Promise<ShopOrder>;
  /** `point`: id of a pick-up point. */
  collectOrder(tx: Db, act: OrderAct & { point: string }): Promise<ShopOrder>;
  /** Takes the order's last change back. `refund`: what that gives back, where it was paid for. */
  undo(tx: Db, act: OrderAct): Promise<{ order: ShopOrder; undone: Undoable; refund?: Money }>;
  /** A saved address by its label, or a new one in place of the default. */
  changeDefaultAddress(
    tx: Db,
    act: Omit<OrderAct, 'order' | 'agreed'> & { address: Address },
  ): Promise<ShopCustomer>;
}
