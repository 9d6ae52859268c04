import { IconClipboardText, IconUserHeart } from '@tabler/icons-react';
import { useI18n } from '../../i18n/index.ts';
import { CardFrame } from './CardFrame.tsx';
import type { CardOf } from './card-of.ts';
import { Facts } from './Facts.tsx';
import styles from './StaffCards.module.css';
import { Tag } from './Tag.tsx';

/** What staff will work from, so that nobody has to tell it twice. */
export function TicketCard({ card }: { card: CardOf<'ticket'> }) {
  const { t, format } = useI18n();
  const due = card.dueAt ? [{ label: t.ticket.due, value: format.moment(card.dueAt) }] : [];
  return (
    <CardFrame title={`${t.ticket.title} ${card.number}`} aside={<Tag tone="good">{t.ticket.passed}</Tag>}>
      <p className={styles.line}>
        <IconClipboardText className={styles.icon} size={26} stroke={1.6} aria-hidden />
        {card.summary}
      </p>
      <Facts facts={[...card.facts, ...due]} />
    </CardFrame>
  );
}

export function HandoffCard({ card }: { card: CardOf<'handoff'> }) {
  const { t, format } = useI18n();
  return (
    <CardFrame title={t.handoff.title} aside={<Tag tone="waiting">{t.handoff.position(card.position)}</Tag>}>
      <p className={styles.line}>
        <IconUserHeart className={styles.icon} size={26} stroke={1.6} aria-hidden />
        {card.reason}
      </p>
      <p className={styles.soft}>
        {t.handoff.since} {format.time(card.requestedAt)}. {t.handoff.stay}
      </p>
    </CardFrame>
  );
}
