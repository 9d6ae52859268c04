import type { OrderView } from '#protocol';
import { useI18n } from '../../i18n/index.ts';
import { stateTone } from '../order-progress.ts';
import { ArrivalDate } from './ArrivalDate.tsx';
import { BuildLinks } from './BuildLinks.tsx';
import { CardFrame } from './CardFrame.tsx';
import { CopyText } from './CopyText.tsx';
import { type Fact, Facts } from './Facts.tsx';
import { Milestones } from './Milestones.tsx';
import { OrderEvents } from './OrderEvents.tsx';
import { OrderHead } from './OrderHead.tsx';
import { OrderLines } from './OrderLines.tsx';
import { PostalAddress } from './PostalAddress.tsx';
import { Tag } from './Tag.tsx';

/** Where an order is: arrival, stations, what happened, where it goes. */
export function OrderCard({ order }: { order: OrderView }) {
  const { t } = useI18n();
  const facts: Fact[] = [
    {
      label: order.state === 'delivered' ? t.order.wentTo : t.order.goesTo,
      value: <PostalAddress address={order.address} />,
    },
  ];
  if (order.carrier) {
    const shipping = order.shipping === 'express' ? t.order.express : t.order.standard;
    facts.push({ label: t.order.carrier, value: `${order.carrier}, ${shipping}` });
  }
  if (order.trackingNumber) {
    facts.push({ label: t.order.tracking, value: <CopyText text={order.trackingNumber} /> });
  }
  return (
    <CardFrame
      title={t.order.number(order.number)}
      aside={<Tag tone={stateTone(order.state, order.delayDays)}>{t.order.states[order.state]}</Tag>}
    >
      <OrderHead order={order} size={72} numbered={false} />
      <ArrivalDate order={order} />
      <Milestones state={order.state} />
      {order.lines.length > 1 && <OrderLines lines={order.lines} />}
      <BuildLinks order={order} />
      <OrderEvents events={order.events} />
      <Facts facts={facts} />
    </CardFrame>
  );
}
