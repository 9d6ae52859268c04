import type { Day } from '#protocol';
import type { Content, Line } from '../replies/content.ts';
import { act, briefOf, called, defineSkill, orderOf, type Request } from './define.ts';
import { isHere, noButton, personButton, trackButton, yesButton } from './ways-out.ts';

/** Whether express makes the day that was asked for. */
function wished({ slots: { day } }: Request, expectedOn: Day): Line[] {
  if (!day) return [];
  return [
    [day >= expectedOn ? 'upgrade_shipping.in_time' : 'upgrade_shipping.not_in_time', { deadline: day }],
  ];
}

export const upgradeToExpress = defineSkill({
  intents: ['hurry_shipping'],
  needs: [
    { slot: 'order', suits: isHere },
    { slot: 'day', optional: true },
  ],
  look: async (request) =>
    (await request.services.orders.options(request.customer.id, orderOf(request).number)).upgradeShipping,
  refuse(request, terms): Content | undefined {
    if (terms.allowed) return undefined;
    const order = orderOf(request);
    const due = order.expectedOn ? { due: order.expectedOn } : {};
    const moving = ['shipped', 'no_sooner', 'packed', 'not_offered'].includes(terms.reason);
    return {
      lines: [[`upgrade_shipping.not_${terms.reason}`, { ...called(order), ...due }]],
      card: { kind: 'order', order },
      buttons: moving
        ? [personButton(order)]
        : terms.reason === 'already_express'
          ? [trackButton(order)]
          : [],
    };
  },
  confirm(request, terms): Content {
    const order = orderOf(request);
    if (!terms.allowed) return { lines: [] };
    const { price, expectedOn } = terms;
    return {
      lines: [
        ...wished(request, expectedOn),
        ['upgrade_shipping.confirm', { ...called(order), price, due: expectedOn }],
      ],
      card: {
        kind: 'shipping_upgrade',
        order: briefOf(order),
        price,
        expectedOn,
        ...(order.expectedOn && { before: order.expectedOn }),
        done: false,
      },
      buttons: [yesButton, noButton],
      expecting: 'confirmation',
    };
  },
  perform: (request, tx) => request.services.orders.upgradeShipping(tx, act(request)),
  say(request, _terms, { order, price, expectedOn }): Content {
    const before = orderOf(request).expectedOn;
    return {
      lines: [['upgrade_shipping.done', { ...called(order), price, due: expectedOn }]],
      card: {
        kind: 'shipping_upgrade',
        order: briefOf(order),
        price,
        expectedOn,
        ...(before && { before }),
        done: true,
      },
    };
  },
});
