import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ConversationView } from '#protocol';
import { DeskSheet } from '../frame/DeskSheet.tsx';
import { drafts, useDesk } from '../state/use-desk.ts';
import { useDeskWords } from '../words.ts';
import styles from './sheets.module.css';

/** Asks once more, and first of all for the ticket. */
export function CloseSheet({
  view,
  onClose,
  onTicket,
}: {
  view: ConversationView;
  onClose: () => void;
  onTicket: () => void;
}) {
  const t = useDeskWords();
  const desk = useDesk();
  const [closing, setClosing] = useState(false);
  const written = view.tickets.length > 0;
  const close = async () => {
    setClosing(true);
    const { done } = await desk.closeConversation(view.conversation);
    setClosing(false);
    if (done) drafts.forget(view.conversation);
    else onClose();
  };
  return (
    <DeskSheet title={t.work.endTitle} onClose={onClose}>
      <p className={styles.say}>{written ? t.work.endSay : t.work.endNoTicket}</p>
      <div className={styles.buttons}>
        <Button variant="default" onClick={onClose}>
          {t.cancel}
        </Button>
        <Button variant={written ? 'filled' : 'default'} loading={closing} onClick={() => void close()}>
          {written ? t.work.endYes : t.work.endAnyway}
        </Button>
        {!written && <Button onClick={onTicket}>{t.work.endTicket}</Button>}
      </div>
    </DeskSheet>
  );
}
