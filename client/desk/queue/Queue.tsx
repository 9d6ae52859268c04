import { Button, Kbd, Skeleton } from '@mantine/core';
import { IconCoffee } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import { useErrorWords } from '../frame/use-error-words.ts';
import { useCommand } from '../keys/keys.ts';
import { useDesk, useDeskState } from '../state/use-desk.ts';
import { useDeskWords } from '../words.ts';
import { OpenList } from './OpenList.tsx';
import styles from './Queue.module.css';
import { QueueCard } from './QueueCard.tsx';

/** Who waits, the most urgent first, and what is open on this page. */
export function Queue() {
  const t = useDeskWords();
  const desk = useDesk();
  const waiting = useDeskState('waiting');
  const accepting = useDeskState('accepting');
  const list = useRef<HTMLOListElement>(null);
  const able = waiting !== undefined && waiting.length > 0 && accepting === undefined;
  useCommand('take', able ? () => void desk.takeNext() : undefined);
  return (
    <section className={styles.queue} aria-label={t.queue.label}>
      <OpenList />
      <header className={styles.head}>
        <h2 className={styles.title}>
          {t.queue.title}
          {waiting && waiting.length > 0 && <span className={styles.count}>{waiting.length}</span>}
        </h2>
        {able && (
          <Button
            size="compact-md"
            onClick={() => void desk.takeNext()}
            rightSection={<Kbd size="xs">T</Kbd>}
          >
            {t.queue.takeNext}
          </Button>
        )}
      </header>
      {!waiting && <Loading />}
      {waiting?.length === 0 && (
        <div className={styles.empty}>
          <IconCoffee size={32} stroke={1.5} aria-hidden="true" />
          <strong>{t.queue.empty}</strong>
          <span>{t.queue.emptySay}</span>
        </div>
      )}
      <ol className={styles.list} ref={list} onKeyDown={(event) => walk(event, list.current)}>
        {waiting?.map((entry, index) => (
          <QueueCard
            key={entry.handoff}
            entry={entry}
            first={index === 0}
            taking={accepting === entry.handoff}
            onTake={() => void desk.accept(entry.handoff)}
          />
        ))}
      </ol>
      <Troubles />
    </section>
  );
}

const Loading = () => (
  <div className={styles.loading} aria-hidden="true">
    <Skeleton height={132} radius={14} />
    <Skeleton height={132} radius={14} />
    <Skeleton height={132} radius={14} />
  </div>
);

/** Somebody else was quicker, the line was away: said where the press was made. */
function Troubles() {
  const desk = useDesk();
  const t = useDeskWords();
  const trouble = useDeskState('trouble');
  const errorWords = useErrorWords();
  return (
    <div role="status">
      {trouble && (
        <p className={styles.trouble}>
          {errorWords(trouble)}
          <Button variant="subtle" size="compact-sm" onClick={() => desk.forgetTrouble()}>
            {t.close}
          </Button>
        </p>
      )}
    </div>
  );
}

/** Up and down go from one customer to the next; Enter takes the one in focus, as it presses any button. */
function walk(event: KeyboardEvent, list: HTMLElement | null): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || !list) return;
  const buttons = [...list.querySelectorAll<HTMLButtonElement>('button[data-take]')];
  const now = buttons.findIndex((button) => button.matches(':focus'));
  const next = buttons[Math.min(buttons.length - 1, Math.max(0, now + step))];
  next?.focus();
  event.preventDefault();
}
