import type { OrderLine, OrderView } from '#protocol';
import { useI18n } from '../../i18n/index.ts';
import { stateTone } from '../order-progress.ts';
import { ArrivalDate } from './ArrivalDate.tsx';
import { BuildLinks } from './BuildLinks.tsx';
import { CardFrame } from './CardFrame.tsx';
import { CopyText } from './CopyText.tsx';
import { type FactRow, Facts } from './Facts.tsx';
import { Milestones } from './Milestones.tsx';
import { methodName } from './method-name.ts';
import { OrderEvents } from './OrderEvents.tsx';
import { OrderHead } from './OrderHead.tsx';
import { OrderLines } from './OrderLines.tsx';
import { PostalAddress } from './PostalAddress.tsx';
import { Tag } from './Tag.tsx';

/** Where an order is: arrival, stations, what happened, where it goes. */
export function OrderCard({ order }: { order: OrderView }) {
  const { t, format } = useI18n();
  const facts: FactRow[] = [
    {
      label: order.state === 'delivered' ? t.order.wentTo : t.order.goesTo,
      value: <PostalAddress address={order.address} />,
    },
  ];
  if (order.carrier) {
    facts.push({
      label: t.order.carrier,
      value: `${order.carrier}, ${shippingName(order.shipping, t.order)}`,
    });
  }
  if (order.trackingNumber) {
    facts.push({ label: t.order.tracking, value: <CopyText text={order.trackingNumber} /> });
  }
  if (order.pickup) facts.push({ label: t.order.pickup, value: order.pickup.name });
  if (order.instructions) {
    const { leave, note } = order.instructions;
    const told = [leave && t.order.leave[leave], note].filter(Boolean).join(' · ');
    facts.push({ label: t.order.instructions, value: told });
  }
  const paidBy = [
    ...new Set((order.payments ?? []).flatMap(({ method }) => (method ? [methodName(method)] : []))),
  ];
  if (paidBy.length > 0) facts.push({ label: t.order.paidBy, value: format.list(paidBy) });
  for (const { amount, method } of order.refunds ?? [])
    facts.push({
      label: t.order.refund,
      value: method ? `${format.money(amount)}, ${methodName(method)}` : format.money(amount),
    });
  return (
    <CardFrame
      title={t.order.number(order.number)}
      aside={<Tag tone={stateTone(order.state, order.delayDays)}>{t.order.states[order.state]}</Tag>}
    >
      <OrderHead order={order} size={72} numbered={false} />
      <ArrivalDate order={order} />
      <Milestones state={order.state} />
      {order.lines.some(tellsMore) || order.lines.length > 1 ? <OrderLines lines={order.lines} /> : null}
      <BuildLinks order={order} />
      <OrderEvents events={order.events} />
      <Facts facts={facts} />
    </CardFrame>
  );
}

/** A line of which there is more to say than its product. */
const tellsMore = ({ options, state }: OrderLine) => options !== undefined || state !== undefined;

/** The shop's ways of delivery go by their id, but for those that have a name here. */
function shippingName(shipping: string, names: { express: string; standard: string }): string {
  if (shipping === 'express') return names.express;
  return shipping === 'standard' ? names.standard : shipping.replaceAll('-', ' ');
}
