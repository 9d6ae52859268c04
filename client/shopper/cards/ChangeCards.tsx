import { useI18n } from '../../i18n/index.ts';
import { CardFrame } from './CardFrame.tsx';
import type { CardOf } from './card-of.ts';
import { DoneTag } from './DoneTag.tsx';
import { type FactRow, Facts } from './Facts.tsx';
import { methodName } from './method-name.ts';
import { OrderHead } from './OrderHead.tsx';
import { OrderLines } from './OrderLines.tsx';
import { Tag } from './Tag.tsx';

export function CancellationCard({ card }: { card: CardOf<'cancellation'> }) {
  const { t, format } = useI18n();
  return (
    <CardFrame
      title={card.done ? t.cancellation.doneTitle : t.cancellation.title}
      aside={<DoneTag done={card.done} />}
    >
      <OrderHead order={card.order} />
      <Facts
        facts={[
          ...(card.reason ? [{ label: t.cancellation.reason, value: card.reason }] : []),
          { label: t.cancellation.refund, value: format.money(card.refund) },
        ]}
      />
    </CardFrame>
  );
}

export function ShippingUpgradeCard({ card }: { card: CardOf<'shipping_upgrade'> }) {
  const { t, format } = useI18n();
  const facts: FactRow[] = [{ label: t.upgrade.price, value: format.money(card.price) }];
  if (card.before) facts.push({ label: t.upgrade.before, value: format.day(card.before) });
  facts.push({ label: t.upgrade.after, value: format.day(card.expectedOn) });
  return (
    <CardFrame title={card.done ? t.upgrade.doneTitle : t.upgrade.title} aside={<DoneTag done={card.done} />}>
      <OrderHead order={card.order} />
      <Facts facts={facts} />
    </CardFrame>
  );
}

export function ReturnCard({ card }: { card: CardOf<'return'> }) {
  const { t, format } = useI18n();
  const facts: FactRow[] = [{ label: t.return.refund, value: format.money(card.refund) }];
  if (card.method) facts.push({ label: t.return.to, value: methodName(card.method) });
  if (card.collectOn) facts.push({ label: t.return.collected, value: format.day(card.collectOn) });
  return (
    <CardFrame title={card.done ? t.return.doneTitle : t.return.title} aside={<DoneTag done={card.done} />}>
      <OrderHead order={card.order} />
      {card.items && <OrderLines lines={card.items} />}
      <Facts facts={facts} />
    </CardFrame>
  );
}

export function PaymentChangeCard({ card }: { card: CardOf<'payment_change'> }) {
  const { t, format } = useI18n();
  const words = t.paymentChange;
  const facts: FactRow[] = [{ label: words.total, value: format.money(card.total) }];
  if (card.before) facts.push({ label: words.before, value: methodName(card.before) });
  facts.push({ label: words.after, value: methodName(card.after) });
  return (
    <CardFrame title={card.done ? words.doneTitle : words.title} aside={<DoneTag done={card.done} />}>
      <OrderHead order={card.order} />
      <Facts facts={facts} />
    </CardFrame>
  );
}

export function RefundCard({ card }: { card: CardOf<'refund'> }) {
  const { t, format } = useI18n();
  const facts: FactRow[] = [{ label: t.refund.amount, value: format.money(card.amount) }];
  if (card.expectedOn) {
    const label = card.state === 'paid' ? t.refund.paidOn : t.refund.expected;
    facts.push({ label, value: format.day(card.expectedOn) });
  }
  const tone = card.state === 'paid' ? 'good' : card.state === 'none' ? 'calm' : 'waiting';
  return (
    <CardFrame title={t.refund.title} aside={<Tag tone={tone}>{t.refund.states[card.state]}</Tag>}>
      <OrderHead order={card.order} />
      {card.state !== 'none' && <Facts facts={facts} />}
    </CardFrame>
  );
}
