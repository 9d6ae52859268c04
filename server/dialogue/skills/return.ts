import type { OrderView } from '#protocol';
import { returnWindowDays } from '../../orders/index.ts';
import type { Button, Content } from '../replies/content.ts';
import { act, briefOf, called, defineSkill, orderOf } from './define.ts';
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

export const sendBack = defineSkill({
  intents: ['return_refund'],
  needs: [{ slot: 'order', suits: wasDelivered }],
  look: async (request) =>
    (await request.services.orders.options(request.customer.id, orderOf(request).number)).return,
  refuse(request, terms): Content | undefined {
    if (terms.allowed) return undefined;
    const order = orderOf(request);
    const buttons = {
      not_delivered: isHere(order) ? [cancelButton(order), trackButton(order)] : [trackButton(order)],
      window_closed: [personButton(order)],
      not_offered: [personButton(order)],
      already_returning: [refundButton(order)],
      cancelled: [refundButton(order)],
    }[terms.reason];
    const back = order.state === 'returned' || order.state === 'refunded';
    const reason = back ? order.state : terms.reason;
    return {
      lines: [[`return.not_${reason}`, { ...called(order), days: returnWindowDays }]],
      card: { kind: 'order', order },
      buttons,
    };
  },
  confirm(request, terms): Content {
    const order = orderOf(request);
    if (!terms.allowed) return { lines: [] };
    return {
      lines: [['return.confirm', { ...called(order), refund: terms.refund }]],
      card: { kind: 'return', order: briefOf(order), refund: terms.refund, done: false },
      buttons: [yesButton, noButton],
      expecting: 'confirmation',
    };
  },
  perform: (request, tx) => request.services.orders.startReturn(tx, act(request)),
  say: (_request, _terms, { order, refund, collectOn }): Content => ({
    lines: [['return.done', { ...called(order), refund, due: collectOn }]],
    card: { kind: 'return', order: briefOf(order), refund, collectOn, done: true },
  }),
});
