import type { Content } from '../replies/content.ts';
import { briefOf, called, defineSkill, orderOf } from './define.ts';
import { personButton, returnButton } from './ways-out.ts';

const mayBeRefunded = ({ state }: { state: string }) =>
  ['cancelled', 'return_requested', 'returned', 'refunded'].includes(state);

export const refundStatus = defineSkill({
  intents: ['refund_status'],
  needs: [{ slot: 'order', suits: mayBeRefunded }],
  look: (request) => request.rooms.orders.refund(request.customer.id, orderOf(request).number),
  say(request, { amount, state, expectedOn }): Content {
    const order = orderOf(request);
    const dated = state === 'processing' && expectedOn ? 'processing_until' : state;
    const due = expectedOn ? { due: expectedOn } : {};
    return {
      lines: [[`refund.${dated}`, { ...called(order), refund: amount, ...due }]],
      card: { kind: 'refund', order: briefOf(order), amount, state, ...(expectedOn && { expectedOn }) },
      buttons:
        state === 'none'
          ? [...(order.state === 'delivered' ? [returnButton(order)] : []), personButton(order)]
          : [],
    };
  },
});
