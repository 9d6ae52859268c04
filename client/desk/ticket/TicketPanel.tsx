import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ConversationView } from '#protocol';
import { useErrorWords } from '../frame/use-error-words.ts';
import { Waiting } from '../frame/Waiting.tsx';
import { useApi } from '../link/api-context.ts';
import { useDeskWords } from '../words.ts';
import styles from './Ticket.module.css';
import { TicketFields } from './TicketFields.tsx';

/** The ticket beside the conversation, filled in with what is known, and with what becomes known meanwhile. */
export function TicketPanel({
  view,
  head,
  onClose,
}: {
  view: ConversationView;
  /** Shows its own title and a way to close it. */
  head: boolean;
  onClose: () => void;
}) {
  const t = useDeskWords();
  const api = useApi();
  const errorWords = useErrorWords();
  const { conversation } = view;
  const draft = useQuery({
    queryKey: ['draft', conversation],
    queryFn: () => api.draft(conversation),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const { refetch } = draft;
  const known = [view.transcript.length, view.guide?.step, view.order?.number].join();
  const filledFrom = useRef(known);
  useEffect(() => {
    if (filledFrom.current === known) return;
    filledFrom.current = known;
    void refetch();
  }, [known, refetch]);
  return (
    <section className={styles.panel} aria-label={t.ticket.title}>
      {head && (
        <header className={styles.head}>
          <h2 className={styles.title}>{t.ticket.title}</h2>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t.close} onClick={onClose}>
            <IconX size={22} stroke={1.8} />
          </ActionIcon>
        </header>
      )}
      {draft.isPending && <Waiting say={t.ticket.filling} />}
      {draft.isError && (
        <div className={styles.form}>
          <p className={styles.error} role="alert">
            {errorWords(draft.error)}
          </p>
          <Button onClick={() => void draft.refetch()}>{t.again}</Button>
        </div>
      )}
      {draft.data && <TicketFields draft={draft.data} view={view} onClose={onClose} />}
    </section>
  );
}
