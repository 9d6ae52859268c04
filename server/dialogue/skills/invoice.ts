import type { Content } from '../replies/content.ts';
import { briefOf, called, defineSkill, orderOf } from './define.ts';
import { personButton } from './ways-out.ts';

export const invoice = defineSkill({
  intents: ['payment_invoice'],
  needs: [{ slot: 'order' }],
  look: (request) => request.rooms.orders.invoice(request.customer.id, orderOf(request).number),
  say(request, { lines, total }): Content {
    const order = orderOf(request);
    return {
      lines: [['invoice.total', { ...called(order), total }]],
      card: { kind: 'invoice', order: briefOf(order), lines, total },
      buttons: [personButton(order)],
    };
  },
});
