import type { Day, Product } from '#protocol';
import { addDays, type ImportedOrder } from '../orders/index.ts';
import { demoDeliveryOptions } from './delivery-options.ts';
import type { OrderPlan } from './order-plan.ts';

/** A plan as an order with dates. What would lie ahead of `now` today has happened just now. */
export function planToOrder(
  plan: OrderPlan,
  products: ReadonlyMap<string, Product>,
  { today, now }: { today: Day; now: Date },
): ImportedOrder {
  const moment = (day: number, time: string) =>
    new Date(Math.min(Date.parse(`${addDays(today, day)}T${time}:00Z`), now.getTime())).toISOString();
  const events = plan.events.map(({ day, time, ...event }) => ({ at: moment(day, time), ...event }));
  const last = (kind: string) => events.findLast((event) => event.kind === kind)?.at;
  const deliveredAt = last('delivered');
  const lines = plan.lines.map(({ slug, quantity }) => {
    const { name, noun, picture, price, variants } = products.get(slug) as Product;
    const variant = variants?.[0];
    return {
      slug,
      name,
      noun,
      picture,
      ...(variant && { sku: variant.sku, options: variant.options }),
      quantity,
      price: price.amount,
    };
  });
  const goods = lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  const shippingPrice = demoDeliveryOptions.find(({ id }) => id === plan.shipping)?.price.amount ?? 0;
  const { of, state, expected } = plan.refund ?? {};
  return {
    number: plan.number,
    customer: plan.customer,
    state: plan.state,
    placedAt: (events[0] as { at: string }).at,
    ...(deliveredAt && { deliveredAt }),
    promisedOn: addDays(today, plan.promised),
    expectedOn: addDays(today, plan.expected),
    shipping: plan.shipping,
    currency: 'GBP',
    shippingPrice,
    ...(plan.carrier && { carrier: plan.carrier }),
    ...(plan.trackingNumber && { trackingNumber: plan.trackingNumber }),
    address: plan.address,
    lines,
    events,
    payments: [{ amount: goods + shippingPrice, method: plan.paidWith }],
    ...(state && {
      refund: {
        amount: of === 'all' ? goods + shippingPrice : goods,
        method: plan.paidWith,
        state,
        ...(expected !== undefined && { expectedOn: addDays(today, expected) }),
      },
    }),
  };
}
