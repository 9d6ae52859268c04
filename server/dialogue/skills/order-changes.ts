import type { Address, Card, DeliveryInstructions, Money, PaymentMethod } from '#protocol';
import type { OrderOptions, ShopOrder } from '../../orders/contract.ts';
import type { Content, Line } from '../replies/content.ts';
import type { PhraseOf } from '../replies/phrases.ts';
import { completed, findAddress, isWhole } from '../slots/address.ts';
import { act, briefOf, called, defineSkill, orderOf, type Request } from './define.ts';
import { allWords, methodSaid, methodWanted, paidBy } from './order-lines.ts';
import { isHere, isOnItsWay, noButton, personButton, trackButton, yesButton } from './ways-out.ts';

const optionsOf = (request: Request): Promise<OrderOptions> =>
  request.services.orders.options(request.customer.id, orderOf(request).number);

const refused = (request: Request, name: PhraseOf<'topic'>, reason: string): Content => {
  const order = orderOf(request);
  return {
    lines: [
      [
        `change.not_${known.find((each) => each === reason) ?? 'possible'}`,
        { ...called(order), topic: request.word(`topic.${name}`) },
      ],
    ],
    card: { kind: 'order', order },
    buttons: [trackButton(order), personButton(order)],
  };
};
const known = [
  'not_offered',
  'packed',
  'shipped',
  'delivered',
  'cancelled',
  'out_for_delivery',
  'carrier_cannot',
] as const;

const asks = (request: Request, lines: Line[]): Content => ({
  lines,
  card: { kind: 'order', order: orderOf(request) },
  buttons: [yesButton, noButton],
  expecting: 'confirmation',
});

const done = (request: Request, lines: Line[]): Content => ({
  lines,
  card: { kind: 'order', order: orderOf(request) },
});

export const dayChange = defineSkill({
  intents: ['change_delivery_day'],
  needs: [
    { slot: 'order', suits: isOnItsWay },
    { slot: 'day', ask: ['change.which_day'] },
  ],
  look: async (request) => (await optionsOf(request)).changeDeliveryDay,
  refuse(request, terms): Content | undefined {
    if (!terms.allowed) return refused(request, 'change_delivery_day', terms.reason);
    const { day } = request.slots;
    if (!day || terms.days.includes(day)) return undefined;
    const near = terms.days.filter((each) => each >= day)[0] ?? terms.days.at(-1);
    return {
      lines: [near ? ['change.day_not_offered', { deadline: day, until: near }] : ['change.no_day']],
      buttons: near
        ? [
            {
              id: `day-${near}`,
              label: ['change.that_day', { until: near }],
              means: {
                do: 'start',
                skill: 'change_delivery_day',
                slots: { order: orderOf(request).number, day: near },
              },
            },
          ]
        : [personButton(request.order)],
    };
  },
  confirm: (request) =>
    asks(request, [['change.day_confirm', { ...called(orderOf(request)), until: request.slots.day ?? '' }]]),
  perform: (request, tx) =>
    request.services.orders.changeDeliveryDay(tx, { ...act(request), day: request.slots.day ?? '' }),
  say: (request) =>
    done(request, [['change.day_done', { ...called(orderOf(request)), until: request.slots.day ?? '' }]]),
});

/** Where a parcel may be left, and what else the carrier should know; in the shopper's own words. */
function instructionsIn(request: Request): DeliveryInstructions | undefined {
  const text = allWords(request);
  const neighbour = /\bneighbou?rs?\b|next door|number \d+|邻居|隔壁/iu.test(text);
  const safe =
    /\b(?:safe|porch|shed|garage|behind|door ?step|front door|back door|bin|reception|concierge|porter|mailbox|letter ?box|side gate)\b|门口|车库|保安|前台|门卫|快递柜|信箱/iu.test(
      text,
    );
  const note = /\b(?:code|buzz\w*|ring|bell|gate|call|knock|floor|entry)\b|门禁|密码|按铃|打电话/iu.test(
    text,
  );
  if (!neighbour && !safe && !note) return undefined;
  return {
    ...(neighbour ? { leave: 'neighbour' } : safe ? { leave: 'safe_place' } : {}),
    note: request.question.slice(0, 200),
  };
}

export const deliveryInstructions = defineSkill({
  intents: ['delivery_instructions'],
  needs: [
    { slot: 'order', suits: isOnItsWay },
    {
      slot: 'description',
      ask: ['change.where_left'],
      unless: (request) => instructionsIn(request) !== undefined,
    },
  ],
  look: async (request) => ({
    terms: (await optionsOf(request)).setDeliveryInstructions,
    instructions: instructionsIn(request) ?? { note: allWords(request).slice(0, 200) },
  }),
  refuse: (request, { terms }) =>
    terms.allowed ? undefined : refused(request, 'delivery_instructions', terms.reason),
  confirm: (request, { instructions }) =>
    asks(request, [
      [
        `change.leave_${instructions.leave ?? 'note'}`,
        { ...called(orderOf(request)), words: instructions.note ?? '' },
      ],
    ]),
  perform: (request, tx, { instructions }) =>
    request.services.orders.setDeliveryInstructions(tx, { ...act(request), instructions }),
  say: (request) => done(request, [['change.leave_done', called(orderOf(request))]]),
});

/** Not at home: what this carrier can do instead. */
export const notHome = defineSkill({
  intents: ['not_home'],
  needs: [{ slot: 'order', suits: isOnItsWay }],
  look: optionsOf,
  say(request, options): Content {
    const order = orderOf(request);
    const start = (id: string, skill: 'change_delivery_day' | 'delivery_instructions' | 'collect_order') => ({
      id,
      label: [`topic.${skill}`] as Line,
      means: { do: 'start' as const, skill, slots: { order: order.number } },
    });
    const ways = [
      ...(options.changeDeliveryDay.allowed ? [start('other-day', 'change_delivery_day')] : []),
      ...(options.setDeliveryInstructions.allowed ? [start('leave-it', 'delivery_instructions')] : []),
      ...(options.collectOrder.allowed ? [start('collect', 'collect_order')] : []),
    ];
    return {
      lines: [[ways.length > 0 ? 'change.not_home' : 'change.not_home_nothing', called(order)]],
      buttons: [...ways, personButton(order)],
    };
  },
});

export const collection = defineSkill({
  intents: ['collect_order'],
  needs: [{ slot: 'order', suits: isOnItsWay }],
  refines: true,
  async look(request) {
    const terms = (await optionsOf(request)).collectOrder;
    const words = allWords(request).toLowerCase();
    const points = terms.allowed ? terms.points : [];
    return {
      terms,
      point:
        points.find(
          ({ name, address }) =>
            words.includes(name.toLowerCase()) || words.includes(address.street.toLowerCase()),
        ) ?? points[0],
    };
  },
  refuse: (request, { terms }) =>
    terms.allowed ? undefined : refused(request, 'collect_order', terms.reason),
  confirm: (request, { point }) =>
    point &&
    asks(request, [
      [
        'change.collect_confirm',
        {
          ...called(orderOf(request)),
          name: point.name,
          place: `${point.address.street}, ${point.address.city}`,
        },
      ],
    ]),
  perform: (request, tx, { point }) =>
    request.services.orders.collectOrder(tx, { ...act(request), point: point?.id ?? '' }),
  say: (request, { point }) =>
    done(request, [['change.collect_done', { ...called(orderOf(request)), name: point?.name ?? '' }]]),
});

export const paymentChange = defineSkill({
  intents: ['change_payment'],
  needs: [{ slot: 'order', suits: isHere }],
  refines: true,
  async look(request) {
    const terms = (await optionsOf(request)).changePayment;
    const methods = terms.allowed ? terms.methods : [];
    const wanted = methodWanted(request);
    const method = wanted
      ? methods.find(({ id }) => id === wanted.id)
      : methods.length === 1
        ? methods[0]
        : undefined;
    return { terms, method, wanted };
  },
  refuse(request, { terms, method, wanted }): Content | undefined {
    const unfit = wanted && !method ? whyNot(request, wanted) : undefined;
    if (!terms.allowed && (!unfit || terms.reason !== 'no_other_method'))
      return refused(request, 'change_payment', terms.reason);
    if (method) return undefined;
    const order = orderOf(request);
    if (!terms.allowed)
      return {
        lines: unfit ? [unfit] : [],
        card: { kind: 'order', order },
        buttons: [personButton(order)],
      };
    return {
      lines: [
        ...(unfit ? [unfit] : []),
        ['change.which_method', { list: terms.methods.map((each) => methodSaid(each, request)).join(', ') }],
      ],
      buttons: terms.methods.slice(0, 4).map((each) => ({
        id: each.id,
        label: ['choice.label', { label: methodSaid(each, request) }],
        means: {
          do: 'start',
          skill: 'change_payment',
          slots: { order: order.number, description: methodSaid(each, request) },
        },
      })),
      expecting: 'choice',
    };
  },
  confirm: (request, { terms, method }) =>
    terms.allowed && method
      ? {
          ...asks(request, [
            [
              'change.pay_confirm',
              { ...called(orderOf(request)), total: terms.total, label: methodSaid(method, request) },
            ],
          ]),
          card: paymentCard(orderOf(request), terms.total, method, false),
        }
      : undefined,
  perform: (request, tx, { method }) =>
    request.services.orders.changePayment(tx, { ...act(request), method: method?.id ?? '' }),
  say(request, { method, terms }) {
    const order = orderOf(request);
    const content = done(request, [
      ['change.pay_done', { ...called(order), label: method ? methodSaid(method, request) : '' }],
    ]);
    return terms.allowed && method
      ? { ...content, card: paymentCard(order, terms.total, method, true) }
      : content;
  },
});

/** Why a method of theirs cannot pay an order: it does already, or a gift card does not have as much. */
function whyNot(request: Request, method: PaymentMethod): Line | undefined {
  const { total } = orderOf(request);
  const label = methodSaid(method, request);
  if (paidBy(request).includes(method.id)) return ['change.pays_already', { label }];
  const { balance } = method;
  if (!balance || (balance.currency === total.currency && balance.amount >= total.amount)) return undefined;
  return ['change.balance_too_low', { label, total: balance, price: total }];
}

function paymentCard(
  order: ShopOrder,
  total: Money,
  { balance: _, ...after }: PaymentMethod,
  isDone: boolean,
): Card {
  const before = order.payments?.find(({ method }) => method)?.method;
  return {
    kind: 'payment_change',
    order: briefOf(order),
    total,
    ...(before && { before }),
    after,
    done: isDone,
  };
}

/** The address that stands for the shopper where none is named. */
export const defaultAddressChange = defineSkill({
  intents: ['change_default_address'],
  needs: [{ slot: 'address' }],
  async look(request) {
    const known = await request.services.orders.customer(request.customer.id);
    const before = known?.defaultAddress ?? known?.addresses[0];
    const parts =
      request.slots.address ?? findAddress(request.question, request.customer.addresses)?.parts ?? {};
    const after = before && isWhole(parts) ? (completed(parts, before) as Address) : undefined;
    return { before, after };
  },
  refuse: (_request, { after }) => (after ? undefined : { lines: [['ask.address']], expecting: 'address' }),
  confirm: (_request, { before, after }) =>
    after && {
      lines: [['change.default_confirm', { address: after }]],
      card: { kind: 'default_address', ...(before && { before }), after, done: false },
      buttons: [yesButton, noButton],
      expecting: 'confirmation',
    },
  perform: async (request, tx, { after }) =>
    after &&
    request.services.orders.changeDefaultAddress(tx, {
      customer: request.customer.id,
      idempotencyKey: request.key,
      address: after,
    }),
  say: (_request, { before, after }): Content =>
    after
      ? {
          lines: [['change.default_done', { address: after }]],
          card: { kind: 'default_address', ...(before && { before }), after, done: true },
        }
      : { lines: [['flow.left_as_it_was']] },
});

/** Where it goes back to is part of the terms, where that is known. */
const undoing = (
  { change, address }: OrderOptions['undo'] & { allowed: true },
  names: ReturnType<typeof called>,
): Line =>
  change === 'change_address' && address
    ? ['change.undo_to_address', { ...names, address }]
    : [`change.undo_${change}`, names];

/** Takes the last change of an order back. */
export const undoChange = defineSkill({
  intents: ['undo_change'],
  needs: [{ slot: 'order' }],
  look: async (request) => (await optionsOf(request)).undo,
  refuse(request, terms): Content | undefined {
    if (terms.allowed) return undefined;
    const order = orderOf(request);
    return {
      lines: [
        [terms.reason === 'nothing_to_undo' ? 'change.nothing_to_undo' : 'change.cannot_undo', called(order)],
      ],
      card: { kind: 'order', order },
      buttons: [personButton(order)],
    };
  },
  confirm: (request, terms) =>
    terms.allowed ? asks(request, [undoing(terms, called(orderOf(request)))]) : undefined,
  perform: (request, tx) => request.services.orders.undo(tx, act(request)),
  say(_request, _terms, { order, refund }): Content {
    return {
      lines: [
        refund ? ['change.undone_refund', { ...called(order), refund }] : ['change.undone', called(order)],
      ],
      card: { kind: 'order', order },
    };
  },
});
