import type { Content } from '../replies/content.ts';
import { briefOf, called, defineSkill } from './define.ts';
import { personButton } from './ways-out.ts';

/** How one can pay, which is the checkout's to say; not what was charged for an order. */
const waysToPay =
  /\b(?:pay (?:with|by|using|in)|paypal|klarna|apple pay|google pay|instal?ments?|ways to pay|payment (?:methods?|options?)|accept)\b|支付宝|微信支付|付款方式/iu;

export const invoice = defineSkill({
  intents: ['payment_invoice'],
  needs: [{ slot: 'order', unless: ({ question }) => waysToPay.test(question) }],
  look: async ({ services, customer, order }) => order && services.orders.invoice(customer.id, order.number),
  say({ order }, found): Content {
    if (!order || !found) return { lines: [['invoice.ways_to_pay']], buttons: [personButton()] };
    return {
      lines: [['invoice.total', { ...called(order), total: found.total }]],
      card: { kind: 'invoice', order: briefOf(order), ...found },
      buttons: [personButton(order)],
    };
  },
});
