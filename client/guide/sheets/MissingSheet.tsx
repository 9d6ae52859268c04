import { useState } from 'react';
import type { Guide } from '#protocol/guide';
import { RefusedError } from '../../http.ts';
import { useLanguage } from '../../i18n/index.ts';
import { newId } from '../../new-id.ts';
import buttons from '../buttons.module.css';
import type { MissingPartsTicket } from '../link/guide-api.ts';
import type { GuideSession } from '../link/guide-session.ts';
import { type InventoryItem, stillMissing } from '../logic/inventory.ts';
import { useGuideWords, useTexts } from '../words.ts';
import styles from './GuideSheet.module.css';
import { GuideSheet } from './GuideSheet.tsx';

export interface MissingSheetProps {
  guide: Guide;
  session: GuideSession;
  onClose: () => void;
}

type Sending = 'asking' | 'sending' | { ticket: MissingPartsTicket } | { failed: string };

/** Reports what was not in the box: what is not ticked, as many as chosen. */
export function MissingSheet({ guide, session, onClose }: MissingSheetProps) {
  const t = useGuideWords();
  const { format, language } = useLanguage();
  const [candidates] = useState(() => stillMissing(guide, session.getSnapshot().playthrough.ticked));
  const [missing, setMissing] = useState<Readonly<Record<string, number>>>({});
  const [id] = useState(() => newId());
  const [sending, setSending] = useState<Sending>('asking');
  const parts = Object.entries(missing).flatMap(([part, count]) =>
    count > 0 ? [{ part, missing: count }] : [],
  );

  const send = () => {
    setSending('sending');
    session.reportMissing(id, parts).then(
      (ticket) => setSending({ ticket }),
      (error: unknown) =>
        setSending({
          failed: !(error instanceof RefusedError)
            ? t.missing.away
            : language === 'en'
              ? error.message
              : t.missing.refused,
        }),
    );
  };

  if (typeof sending === 'object' && 'ticket' in sending) {
    return (
      <GuideSheet title={t.missing.done(sending.ticket.number)} onClose={onClose}>
        <p className={styles.say} role="status">
          {t.missing.due(format.moment(sending.ticket.dueAt))}
        </p>
        <button type="button" className={buttons.main} onClick={onClose}>
          {t.controls.carryOn}
        </button>
      </GuideSheet>
    );
  }
  return (
    <GuideSheet title={t.missing.title} onClose={onClose}>
      <p className={styles.say}>{candidates.length === 0 ? t.missing.none : t.missing.say}</p>
      <ul className={styles.plainList}>
        {candidates.map((item) => (
          <Missing
            key={item.id}
            guide={guide}
            item={item}
            missing={missing[item.id] ?? 0}
            onMissing={(count) => setMissing((now) => ({ ...now, [item.id]: count }))}
          />
        ))}
      </ul>
      {typeof sending === 'object' && (
        <p className={styles.note} role="alert">
          {sending.failed}
        </p>
      )}
      <button
        type="button"
        className={buttons.main}
        disabled={parts.length === 0 || sending === 'sending'}
        onClick={send}
      >
        {sending === 'sending' ? t.missing.sending : t.missing.send}
      </button>
    </GuideSheet>
  );
}

interface MissingProps {
  guide: Guide;
  item: InventoryItem;
  missing: number;
  onMissing: (count: number) => void;
}

function Missing({ guide, item, missing, onMissing }: MissingProps) {
  const t = useGuideWords();
  const text = useTexts();
  const part = guide.parts.find(({ id }) => id === item.id);
  const thing = part ?? guide.hardware.find(({ id }) => id === item.id);
  if (!thing) return null;
  const label = part ? `${part.letter}  ${text(part.label)}` : text(thing.label);
  return (
    <li className={styles.count}>
      <span>
        {label}
        <br />
        <span className={styles.note}>{t.missing.of(missing, item.count)}</span>
      </span>
      <button
        type="button"
        className={buttons.icon}
        aria-label={t.layOut.fewer(label)}
        disabled={missing === 0}
        onClick={() => onMissing(missing - 1)}
      >
        −
      </button>
      <button
        type="button"
        className={buttons.icon}
        aria-label={t.layOut.more(label)}
        disabled={missing >= item.count}
        onClick={() => onMissing(missing + 1)}
      >
        +
      </button>
    </li>
  );
}
