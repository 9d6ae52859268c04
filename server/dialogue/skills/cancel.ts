import type { Content } from '../replies/content.ts';
import { act, briefOf, called, defineSkill, orderOf } from './define.ts';
import { isHere, noButton, personButton, returnButton, trackButton, yesButton } from './ways-out.ts';

export const cancel = defineSkill({
  intents: ['cancel_order'],
  needs: [{ slot: 'order', suits: isHere }],
  look: async (request) =>
    (await request.services.orders.options(request.customer.id, orderOf(request).number)).cancel,
  refuse(request, allowed): Content | undefined {
    const order = orderOf(request);
    if (allowed.allowed) return undefined;
    const buttons = {
      shipped: [personButton(order), trackButton(order)],
      delivered: [returnButton(order), personButton(order)],
      cancelled: [],
      packed: [personButton(order)],
      not_offered: [personButton(order)],
    }[allowed.reason];
    return {
      lines: [[`cancel.too_late_${allowed.reason}`, called(order)]],
      card: { kind: 'order', order },
      buttons,
    };
  },
  confirm(request, allowed): Content {
    const order = orderOf(request);
    if (!allowed.allowed) return { lines: [] };
    const { refund } = allowed;
    return {
      lines: [['cancel.confirm', { ...called(order), refund }]],
      card: { kind: 'cancellation', order: briefOf(order), refund, done: false },
      buttons: [yesButton, noButton],
      expecting: 'confirmation',
    };
  },
  perform: (request, tx) => request.services.orders.cancel(tx, act(request)),
  say: (_request, _allowed, { order, refund }): Content => ({
    lines: [['cancel.done', { ...called(order), refund }]],
    card: { kind: 'cancellation', order: briefOf(order), refund, done: true },
  }),
});
