import type { Money, OrderView, PaymentMethod } from '#protocol';
import type { LineChoice, OrderOptions } from '../../orders/contract.ts';
import type { Button, Content, Line } from '../replies/content.ts';
import { act, briefOf, called, defineSkill, orderOf, type Request } from './define.ts';
import { allWords, lineName, linesNamed, methodNamed, methodSaid, piecesOf, sum } from './order-lines.ts';
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
  part?: { lines: LineChoice[]; said: string; refund: Money };
  /** Where the price goes, where it is not where it came from. */
  method?: PaymentMethod;
}

/** Things of the order that are named, where they are not all of it. */
function partOf(request: Request, terms: OrderOptions['returnLines']): Found['part'] {
  const order = orderOf(request);
  const text = allWords(request);
  if (!terms.allowed || /\b(?:whole|entire|all|everything)\b|整个|全部/iu.test(text)) return undefined;
  const open = linesNamed(text, order.lines).flatMap((line) => {
    const each = terms.lines.find((one) => one.line === line.id);
    return each ? [{ line, each, choice: piecesOf(text, line) }] : [];
  });
  const whole =
    open.length === order.lines.length && open.every(({ choice }) => choice.quantity === undefined);
  if (open.length === 0 || whole) return undefined;
  const refunds = open.map(({ each, choice }) => ({
    ...each.refund,
    amount: choice.quantity
      ? Math.round((each.refund.amount / each.quantity) * choice.quantity)
      : each.refund.amount,
  }));
  return {
    lines: open.map(({ choice }) => choice),
    said: open.map(({ line }) => lineName(line)).join(', '),
    refund: sum(refunds, order.total.currency),
  };
}

export const sendBack = defineSkill({
  intents: ['return_refund'],
  needs: [{ slot: 'order', suits: wasDelivered }],
  refines: true,
  async look(request): Promise<Found> {
    const { orders } = request.services;
    const [options, { returnWindowDays }] = await Promise.all([
      orders.options(request.customer.id, orderOf(request).number),
      orders.policies(),
    ]);
    const part = partOf(request, options.returnLines);
    const method = options.return.allowed ? methodNamed(allWords(request), options.return.to) : undefined;
    const days = returnWindowDays === 'no_end' ? undefined : returnWindowDays;
    return { terms: options.return, days, ...(part && { part }), ...(method && { method }) };
  },
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
  confirm(request, { terms, part, method }): Content {
    const order = orderOf(request);
    if (!terms.allowed) return { lines: [] };
    const refund = part?.refund ?? terms.refund;
    const to: Line[] = method ? [['return.to', { label: methodSaid(method, request) }]] : [];
    return {
      lines: [
        part
          ? ['return.confirm_lines', { ...called(order), list: part.said, refund }]
          : ['return.confirm', { ...called(order), refund }],
        ...to,
      ],
      card: { kind: 'return', order: briefOf(order), refund, done: false },
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
  say: (_request, _found, { order, refund, collectOn }): Content => ({
    lines: [['return.done', { ...called(order), refund, due: collectOn }]],
    card: { kind: 'return', order: briefOf(order), refund, collectOn, done: true },
  }),
});
