import type { OrderView } from '#protocol';
import type { OrderOptions } from '../../orders/index.ts';
import type { Content, Line } from '../replies/content.ts';
import { briefOf, called, defineSkill, orderOf } from './define.ts';
import { personButton, returnButton } from './ways-out.ts';

const mayBeRefunded = ({ state }: { state: string }) =>
  ['cancelled', 'return_requested', 'returned', 'refunded'].includes(state);

/** With no refund under way: what one would take. */
const howToGetOne = (
  order: OrderView,
  terms: OrderOptions['return'],
  returnWindowDays: number | 'no_end',
): Line[] => {
  if (terms.allowed) {
    const { refund, until } = terms;
    return until
      ? [['refund.could', { ...called(order), refund, until }]]
      : [['refund.could_any_time', { ...called(order), refund }]];
  }
  return terms.reason === 'not_delivered' && returnWindowDays !== 'no_end'
    ? [['refund.later', { ...called(order), days: returnWindowDays }]]
    : [];
};

export const refundStatus = defineSkill({
  intents: ['refund_status'],
  needs: [{ slot: 'order', suits: mayBeRefunded }],
  async look(request) {
    const { services, customer } = request;
    const { number } = orderOf(request);
    const [refund, options, { returnWindowDays }] = await Promise.all([
      services.orders.refund(customer.id, number),
      services.orders.options(customer.id, number),
      services.orders.policies(),
    ]);
    return { refund, terms: options.return, returnWindowDays };
  },
  say(request, { refund: { amount, state, expectedOn }, terms, returnWindowDays }): Content {
    const order = orderOf(request);
    const dated = state === 'processing' && expectedOn ? 'processing_until' : state;
    const due = expectedOn ? { due: expectedOn } : {};
    const none = state === 'none';
    return {
      lines: [
        [`refund.${dated}`, { ...called(order), refund: amount, ...due }],
        ...(none ? howToGetOne(order, terms, returnWindowDays) : []),
      ],
      card: none
        ? { kind: 'order', order }
        : { kind: 'refund', order: briefOf(order), amount, state, ...(expectedOn && { expectedOn }) },
      buttons: none ? [...(terms.allowed ? [returnButton(order)] : []), personButton(order)] : [],
    };
  },
});
