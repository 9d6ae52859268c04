import type { Day, Intent, Money, OrderBrief, PaymentMethod } from '#protocol';
import type { ItemChange, ItemQuote, OrderAct, ShopOrder, Swap } from '../../orders/contract.ts';
import type { Db } from '../../store/contract.ts';
import { mentionsOf } from '../items/mentions.ts';
import { optionsSaid, preferenceIn } from '../items/option-words.ts';
import { methodNamed } from '../items/payment-words.ts';
import type { Content, Line } from '../replies/content.ts';
import { act, briefOf, called, defineSkill, orderOf, type Request } from './define.ts';
import { changesIn, mostOffered, type Plan, swapsIn, wishesIn } from './item-plans.ts';
import { methodSaid, methodWanted, paidBy } from './order-lines.ts';
import { isHere, noButton, personButton, returnButton, wasDelivered, yesButton } from './ways-out.ts';

/** The difference and who pays or gets it, in words. */
function differenceLine(difference: Money, method: PaymentMethod | undefined, request: Request): Line {
  const label = method ? methodSaid(method, request) : request.word('item.original_method');
  const price = { ...difference, amount: Math.abs(difference.amount) };
  if (difference.amount === 0) return ['item.same_price'];
  return [difference.amount > 0 ? 'item.costs_more' : 'item.gives_back', { price, label }];
}

/** The method named, else the one that paid the order, else the only one that can. */
function methodFor(request: Request, methods: readonly PaymentMethod[]): PaymentMethod | undefined {
  const paid = paidBy(request);
  return (
    methodWanted(request) ??
    methods.find(({ id }) => paid.includes(id)) ??
    (methods.length === 1 ? methods[0] : undefined)
  );
}

interface Found<Change> {
  allowed: { allowed: true; methods: PaymentMethod[] } | { allowed: false; reason: string };
  plan: Plan<Change>;
  quote?: ItemQuote;
  method?: PaymentMethod;
  /** What is missing to know what is wanted, or who pays for it. */
  ask?: Content;
}

/** A method that cannot pay or receive a difference: why, and which others can. */
function otherMethod(request: Request, { allowed, quote, method }: Found<unknown>): Content | undefined {
  if (!allowed.allowed || !method || !quote || quote.allowed) return undefined;
  if (quote.reason !== 'balance_too_low' && quote.reason !== 'method_not_accepted') return undefined;
  const others = allowed.methods.filter(({ id }) => id !== method.id);
  if (others.length === 0) return undefined;
  const list = others.map((each) => methodSaid(each, request)).join(', ');
  const label = methodSaid(method, request);
  const line: Line =
    quote.reason === 'balance_too_low' && method.balance
      ? ['item.method_too_low', { label, total: method.balance, list }]
      : ['item.method_refused', { label, list }];
  return {
    lines: [line],
    buttons: others.slice(0, mostOffered).map((each) => ({
      id: each.id,
      label: ['choice.label', { label: methodSaid(each, request) }],
      means: { do: 'fill', slots: { description: methodSaid(each, request) } },
    })),
    expecting: 'choice',
  };
}

function refusal<Change>(
  request: Request,
  { allowed, ask, quote }: Found<Change>,
  name: string,
): Content | undefined {
  const order = orderOf(request);
  if (!allowed.allowed)
    return {
      lines: [
        [`item.not_${knownReasons.find((each) => each === allowed.reason) ?? 'possible'}`, called(order)],
      ],
      card: { kind: 'order', order },
      buttons: [
        ...(wasDelivered(order) && name !== 'exchange' ? [returnButton(order)] : []),
        personButton(order),
      ],
    };
  if (ask) return undefined;
  if (quote && !quote.allowed)
    return {
      lines: [[`item.why_${quote.reason}`, called(order)]],
      card: { kind: 'order', order },
      buttons: [personButton(order)],
    };
  return undefined;
}

const knownReasons = [
  'not_offered',
  'not_delivered',
  'window_closed',
  'already_done',
  'already_returning',
  'shipped',
  'delivered',
  'cancelled',
  'packed',
] as const;

function question<Change>(
  request: Request,
  found: Found<Change>,
  act: 'exchange' | 'change',
): Content | undefined {
  const order = orderOf(request);
  const { plan, quote, method } = found;
  if (!quote?.allowed) return undefined;
  return {
    lines: [
      [`item.${act}_confirm`, { ...called(order), list: plan.said.join('; ') }],
      differenceLine(quote.difference, method, request),
      ['item.shall_i'],
    ],
    card: {
      kind: 'item_changes',
      order: briefOf(order),
      act,
      changes: plan.shown,
      difference: quote.difference,
      ...shownMethod(method),
      done: false,
    },
    buttons: [yesButton, noButton],
    expecting: 'confirmation',
  };
}

function shownMethod(method: PaymentMethod | undefined): { method?: Omit<PaymentMethod, 'balance'> } {
  if (!method) return {};
  const { balance: _, ...shown } = method;
  return { method: shown };
}

/** What can be done, what is wanted and what it costs. */
async function lookAt<Change>(
  request: Request,
  allowed: Found<Change>['allowed'],
  plan: Plan<Change>,
  quoteFor: (changes: Change[], method: string | undefined) => Promise<ItemQuote>,
): Promise<Found<Change>> {
  if (!allowed.allowed) return { allowed, plan };
  const method = methodFor(request, allowed.methods);
  const base = { allowed, plan, ...(method && { method }) };
  if (plan.ask || plan.changes.length === 0) return { ...base, ...(plan.ask && { ask: plan.ask }) };
  const found = { ...base, quote: await quoteFor(plan.changes, method?.id) };
  const ask = otherMethod(request, found);
  return { ...found, ...(ask && { ask }) };
}

const lookAtExchange = async (request: Request): Promise<Found<Swap>> => {
  const order = orderOf(request);
  const { orders } = request.services;
  const [options, plan] = await Promise.all([
    orders.options(request.customer.id, order.number),
    swapsIn(request, order),
  ]);
  return lookAt(request, options.exchangeItems, plan, (swaps, method) =>
    orders.quoteExchange(request.customer.id, order.number, swaps, method),
  );
};

/** Whether words say something of the items of the order, their options, or who pays. */
async function saysOfItems(request: Request, said: string): Promise<boolean> {
  const { order, customer } = request;
  if (!order) return false;
  if (mentionsOf(said, order.lines, ({ product }) => product).length > 0) return true;
  if (methodNamed(said, customer.paymentMethods)) return true;
  const { wishes, unclear, products } = await wishesIn(request, order);
  const about =
    wishes.length > 0 ? wishes.map(({ line }) => line) : unclear.length > 0 ? unclear : order.lines;
  return about.some(({ product: { slug } }) => {
    const variants = products.get(slug)?.variants ?? [];
    return Object.keys(optionsSaid(said, variants)).length > 0 || preferenceIn(said, variants) !== undefined;
  });
}

const lookAtChange = async (request: Request): Promise<Found<ItemChange>> => {
  const order = orderOf(request);
  const { orders } = request.services;
  const [options, plan] = await Promise.all([
    orders.options(request.customer.id, order.number),
    changesIn(request, order),
  ]);
  return lookAt(request, options.changeItems, plan, (changes, method) =>
    orders.quoteChangeItems(request.customer.id, order.number, changes, method),
  );
};

interface ItemSkill<Change> {
  intent: Intent;
  act: 'exchange' | 'change';
  suits: (order: OrderBrief) => boolean;
  look: (request: Request) => Promise<Found<Change>>;
  carryOut: (request: Request, tx: Db, agreed: AgreedChanges<Change>) => Promise<ChangedItems>;
}

interface AgreedChanges<Change> extends OrderAct {
  items: Change[];
  method?: string;
}

/** `collectOn`: where delivered things are fetched. */
interface ChangedItems {
  order: ShopOrder;
  difference: Money;
  collectOn?: Day;
}

/** Exchanges and changes of items are talked of alike; they differ in when they can be had and in who carries them out. */
const itemSkill = <Change>({ intent, act: kind, suits, look, carryOut }: ItemSkill<Change>) =>
  defineSkill<Found<Change>, ChangedItems | undefined>({
    intents: [intent],
    needs: [
      { slot: 'order', suits },
      { slot: 'description', unless: isKnown(look), askWith: missing(look) },
    ],
    refines: true,
    answers: saysOfItems,
    look,
    refuse: (request, found) => refusal(request, found, kind),
    confirm: (request, found) => question(request, found, kind) ?? found.ask,
    // Where something is still to be asked, a yes is to no terms: nothing is done on it.
    perform: async (request, tx, { plan, method, quote, ask }) =>
      ask || !quote?.allowed
        ? undefined
        : carryOut(request, tx, {
            ...act(request),
            items: plan.changes,
            ...(method && { method: method.id }),
            agreed: { amount: quote.difference },
          }),
    say: (_request, { plan, method, ask }, done): Content =>
      done
        ? {
            lines: [
              [
                `item.${kind}_done`,
                { ...called(done.order), ...(done.collectOn && { due: done.collectOn }) },
              ],
            ],
            card: {
              kind: 'item_changes',
              order: briefOf(done.order),
              act: kind,
              changes: plan.shown,
              difference: done.difference,
              ...shownMethod(method),
              ...(done.collectOn && { collectOn: done.collectOn }),
              done: true,
            },
          }
        : (ask ?? { lines: [['flow.left_as_it_was']] }),
  });

/** Delivered things for others. */
export const exchangeItem = itemSkill({
  intent: 'exchange_item',
  act: 'exchange',
  suits: wasDelivered,
  look: lookAtExchange,
  carryOut: ({ services }, tx, agreed) => services.orders.exchangeItems(tx, agreed),
});

/** Things of an order that is still here. */
export const itemChange = itemSkill({
  intent: 'change_items',
  act: 'change',
  suits: isHere,
  look: lookAtChange,
  carryOut: ({ services }, tx, agreed) => services.orders.changeItems(tx, agreed),
});

type Looking = (request: Request) => Promise<Pick<Found<unknown>, 'allowed' | 'ask'>>;

/** Nothing more has to be asked, or asking would help nobody. */
function isKnown(look: Looking) {
  return async (request: Request): Promise<boolean> => {
    if (!request.order) return false;
    const { allowed, ask } = await look(request);
    return !allowed.allowed || ask === undefined;
  };
}

function missing(look: Looking) {
  return async (request: Request): Promise<Content | undefined> => request.order && (await look(request)).ask;
}
