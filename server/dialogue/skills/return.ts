import type { CardItem, Money, OrderView, PaidWith, PaymentMethod, Product } from '#protocol';
import type { IdentifiedLine, LineChoice, OrderOptions } from '../../orders/contract.ts';
import { type ItemWish, readItemWishes } from '../items/item-wishes.ts';
import { mentionsOf } from '../items/mentions.ts';
import { optionsSaid } from '../items/option-words.ts';
import { methodNamed, namesOriginal } from '../items/payment-words.ts';
import type { Button, Content, Line } from '../replies/content.ts';
import { act, briefOf, called, defineSkill, orderOf, type Request } from './define.ts';
import {
  cardItem,
  lineName,
  methodSaid,
  methodWanted,
  paidBy,
  piecesOf,
  productsOf,
  saidOfItems,
  sum,
} from './order-lines.ts';
import {
  cancelButton,
  isHere,
  noButton,
  personButton,
  trackButton,
  wasDelivered,
  yesButton,
} from './ways-out.ts';

const refundButton = (order: OrderView): Button => ({
  id: 'refund',
  label: ['choice.refund'],
  means: { do: 'start', skill: 'refund_status', slots: { order: order.number } },
});

interface Found {
  terms: OrderOptions['return'];
  /** Days after delivery; none where there is no end. */
  days: number | undefined;
  /** Some lines alone, where the words name them. */
  part?: { lines: LineChoice[]; said: string; shown: CardItem[]; refund: Money };
  /** Lines of which only one may be meant. */
  unclear?: IdentifiedLine[];
  /** Where the price goes, where it is not where it came from. */
  method?: PaymentMethod;
  /** Named to get the money, and cannot. */
  refused?: PaymentMethod;
}

const everything =
  /\b(?:everything|all of (?:it|them)|(?:the )?(?:whole|entire) (?:thing|order|lot|package)|all (?:the )?items|it all|them all)\b|整个|全部|都退/iu;
const besides =
  /\b(?:except(?: for)?|apart from|other than|excluding|but (?:not|for)|but (?=the\b|my\b)|besides)\b|除了/iu;
const inAddition = /\b(?:also|too|as well|add|plus|and the|in addition)\b|还有|也/iu;

interface Meant {
  all: boolean;
  wishes: ItemWish[];
  unclear: IdentifiedLine[];
}

/** What is to go back, by what was said of it: a later word replaces an earlier one, or adds to it. */
function meantIn(request: Request, products: ReadonlyMap<string, Product>): Meant {
  const lines: readonly IdentifiedLine[] = orderOf(request).lines;
  let meant: Meant = { all: true, wishes: [], unclear: [] };
  for (const [index, said] of saidOfItems(request).entries()) {
    const but = everything.test(said) ? besides.exec(said) : null;
    if (but) {
      const kept = readItemWishes([said.slice(but.index + but[0].length)], lines, products).wishes;
      const rest = lines.filter(({ id }) => !kept.some(({ line }) => line.id === id));
      meant = { all: false, wishes: rest.map((line) => ({ line, said: [], source: '' })), unclear: [] };
      continue;
    }
    if (everything.test(said)) {
      meant = { all: true, wishes: [], unclear: [] };
      continue;
    }
    const { wishes, unclear } = readItemWishes([said], lines, products);
    const told = index > 0 && meant.unclear.length > 0 ? toldApart(said, meant.unclear, products) : [];
    const named = [...wishes, ...told];
    if (named.length === 0 && unclear.length === 0) continue;
    const adds = told.length > 0 || (index > 0 && inAddition.test(said) && !meant.all);
    const before = adds
      ? meant.wishes.filter(({ line }) => !named.some((wish) => wish.line.id === line.id))
      : [];
    meant = { all: false, wishes: [...before, ...named], unclear };
  }
  return meant;
}

/** Which of several of one kind is meant: "the black one". */
function toldApart(
  said: string,
  unclear: readonly IdentifiedLine[],
  products: ReadonlyMap<string, Product>,
): ItemWish[] {
  const fits = unclear.filter((line) => {
    const variants = [...(products.get(line.product.slug)?.variants ?? []), { options: line.options ?? {} }];
    const named = Object.entries(optionsSaid(said, variants));
    return named.length > 0 && named.every(([name, value]) => line.options?.[name] === value);
  });
  return fits.map((line) => ({ line, said: [], source: said }));
}

/** Things of the order that are named, where they are not all of it. */
async function partOf(
  request: Request,
  terms: OrderOptions['returnLines'],
): Promise<Pick<Found, 'part' | 'unclear'>> {
  const order = orderOf(request);
  if (!terms.allowed) return {};
  const { all, wishes, unclear } = meantIn(request, await productsOf(request, order.lines));
  if (unclear.length > 0) return { unclear };
  if (all) return {};
  const open = wishes.flatMap(({ line, source }) => {
    const each = terms.lines.find((one) => one.line === line.id);
    return each ? [{ line, each, choice: piecesOf(source, line) }] : [];
  });
  const whole =
    open.length === order.lines.length && open.every(({ choice }) => choice.quantity === undefined);
  if (open.length === 0 || whole) return {};
  const refunds = open.map(({ each, choice }) => ({
    ...each.refund,
    amount: choice.quantity
      ? Math.round((each.refund.amount / each.quantity) * choice.quantity)
      : each.refund.amount,
  }));
  return {
    part: {
      lines: open.map(({ choice }) => choice),
      said: open.map(({ line }) => lineName(line)).join('; '),
      shown: open.map(({ line, choice }) => cardItem(line, choice.quantity)),
      refund: sum(refunds, order.total.currency),
    },
  };
}

/** Whether words say which things go back, or where the money goes. */
async function saysOfReturn({ order, customer }: Request, said: string): Promise<boolean> {
  if (!order) return false;
  return (
    mentionsOf(said, order.lines, ({ product }) => product).length > 0 ||
    methodNamed(said, customer.paymentMethods) !== undefined ||
    namesOriginal(said) ||
    everything.test(said) ||
    Object.keys(
      optionsSaid(
        said,
        order.lines.flatMap(({ options }) => (options ? [{ options }] : [])),
      ),
    ).length > 0
  );
}

async function lookAtReturn(request: Request): Promise<Found> {
  const { orders } = request.services;
  const [options, { returnWindowDays }] = await Promise.all([
    orders.options(request.customer.id, orderOf(request).number),
    orders.policies(),
  ]);
  const part = await partOf(request, options.returnLines);
  const wanted = options.return.allowed ? methodWanted(request) : undefined;
  const paid = paidBy(request);
  const takes =
    wanted &&
    options.return.allowed &&
    [...options.return.to.map(({ id }) => id), ...paid].includes(wanted.id);
  const days = returnWindowDays === 'no_end' ? undefined : returnWindowDays;
  return {
    terms: options.return,
    days,
    ...part,
    ...(wanted && (takes ? { method: wanted } : { refused: wanted })),
  };
}

/** Who gets the money: the method named, else the one that paid. */
const receiver = (request: Request, { method }: Found): PaidWith | undefined => {
  const paid = (orderOf(request).payments ?? []).flatMap((payment) =>
    payment.method ? [payment.method] : [],
  );
  const [only, ...others] = paid;
  if (!method) return others.some(({ id }) => id !== only?.id) ? undefined : only;
  const { balance: _, ...shown } = method;
  return shown;
};

export const sendBack = defineSkill({
  intents: ['return_refund'],
  needs: [
    { slot: 'order', suits: wasDelivered },
    {
      slot: 'description',
      unless: async (request) => !request.order || !(await lookAtReturn(request)).unclear,
      askWith: async (request) => {
        const { unclear = [] } = request.order ? await lookAtReturn(request) : {};
        return {
          lines: [['item.which', { list: unclear.map(lineName).join('; ') }]],
          expecting: 'free_text',
        };
      },
    },
  ],
  refines: true,
  answers: saysOfReturn,
  look: lookAtReturn,
  refuse(request, { terms, days }): Content | undefined {
    if (terms.allowed) return undefined;
    const order = orderOf(request);
    const buttons = {
      not_delivered: isHere(order) ? [cancelButton(order), trackButton(order)] : [trackButton(order)],
      window_closed: [personButton(order)],
      not_offered: [personButton(order)],
      already_returning: [refundButton(order)],
      cancelled: [refundButton(order)],
    }[terms.reason];
    const { state } = order;
    const reason = state === 'returned' || state === 'refunded' ? state : terms.reason;
    return {
      lines: [[`return.not_${reason}`, { ...called(order), days: days ?? 0 }]],
      card: { kind: 'order', order },
      buttons,
    };
  },
  confirm(request, found): Content {
    const { terms, part, method, refused } = found;
    const order = orderOf(request);
    if (!terms.allowed) return { lines: [] };
    const refund = part?.refund ?? terms.refund;
    const gets = receiver(request, found);
    const to: Line[] = method ? [['return.to', { label: methodSaid(method, request) }]] : [];
    const cannot: Line[] = refused
      ? [
          [
            'return.not_to',
            {
              label: methodSaid(refused, request),
              name: gets ? methodSaid(gets, request) : request.word('item.original_method'),
            },
          ],
        ]
      : [];
    return {
      lines: [
        ...cannot,
        part
          ? ['return.confirm_lines', { ...called(order), list: part.said, refund }]
          : ['return.confirm', { ...called(order), refund }],
        ...to,
      ],
      card: {
        kind: 'return',
        order: briefOf(order),
        refund,
        ...(part && { items: part.shown }),
        ...(gets && { method: gets }),
        done: false,
      },
      buttons: [yesButton, noButton],
      expecting: 'confirmation',
    };
  },
  async perform(request, tx, { terms, part, method }) {
    const { orders } = request.services;
    const to = method ? { refundTo: method.id } : {};
    if (part)
      return orders.returnLines(tx, {
        ...act(request),
        lines: part.lines,
        agreed: { amount: part.refund },
        ...to,
      });
    return orders.startReturn(tx, {
      ...act(request),
      ...(terms.allowed && { agreed: { amount: terms.refund } }),
      ...to,
    });
  },
  say(request, found, { order, refund, collectOn }): Content {
    const gets = receiver(request, found);
    return {
      lines: [['return.done', { ...called(order), refund, due: collectOn }]],
      card: {
        kind: 'return',
        order: briefOf(order),
        refund,
        ...(found.part && { items: found.part.shown }),
        ...(gets && { method: gets }),
        collectOn,
        done: true,
      },
    };
  },
});
