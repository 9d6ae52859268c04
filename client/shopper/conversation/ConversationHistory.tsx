import { UnstyledButton } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useI18n } from '../../i18n/index.ts';
import { useVoice } from '../use-voice.ts';
import { Choices } from './Choices.tsx';
import styles from './ConversationHistory.module.css';
import { Entry } from './Entry.tsx';
import { Opening } from './Opening.tsx';
import { ShopperLine } from './ShopperLine.tsx';
import { Welcome } from './Welcome.tsx';

/** Scrolled back by less than this counts as still following, in CSS pixels. */
const margin = 80;

/**
 * Scrolls to the newest entry when one comes, so that a reply taller than the window starts at its top. Leaves a person
 * alone who has scrolled back, and says so with `away`.
 */
function useKeepUp(scroller: RefObject<HTMLElement | null>, newest: string | undefined) {
  const [away, setAway] = useState(false);
  const following = useRef(true);
  /** Where the newest entry was brought into sight. */
  const landing = useRef(0);

  const toNewest = useCallback(() => {
    const box = scroller.current;
    const last = box?.firstElementChild?.lastElementChild;
    if (!box || !last) return;
    const lastTop = last.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
    const end = box.scrollHeight - box.clientHeight;
    landing.current = Math.max(0, Math.min(end, lastTop - 12));
    box.scrollTop = landing.current;
    following.current = true;
    setAway(false);
  }, [scroller]);

  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const note = () => {
      following.current = box.scrollTop >= landing.current - margin;
      setAway(!following.current);
    };
    box.addEventListener('scroll', note, { passive: true });
    return () => box.removeEventListener('scroll', note);
  }, [scroller]);

  useLayoutEffect(() => {
    if (newest !== undefined && following.current) toNewest();
  }, [newest, toNewest]);

  return { away, toNewest };
}

/** Everything said so far, newest last. Keeps up with the newest unless the person has scrolled back. */
export function ConversationHistory() {
  const { t } = useI18n();
  const { history, waiting, speaking, connection, firstName } = useVoice();
  const scroller = useRef<HTMLElement>(null);
  const newest = waiting.at(-1)?.id ?? history.at(-1)?.id;
  const { away, toNewest } = useKeepUp(scroller, newest);
  const empty = history.length === 0 && waiting.length === 0;
  const last = history.at(-1);
  const open = last?.who === 'hexkey' && waiting.length === 0 ? last.reply : undefined;
  const opening = empty && (connection === 'idle' || connection === 'connecting');
  return (
    <main className={styles.frame}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={styles.scroller} ref={scroller} aria-label={t.conversation.label} tabIndex={0}>
        <div className={styles.column}>
          {opening && <Opening />}
          {empty && !opening && <Welcome firstName={firstName} />}
          {history.map((entry) => (
            <Entry
              key={entry.id}
              entry={entry}
              sentence={
                entry.who === 'hexkey' && speaking?.reply === entry.reply.id ? speaking.sentence : undefined
              }
            />
          ))}
          {waiting.map(({ id, text }) => (
            <ShopperLine key={id} text={text} waiting />
          ))}
        </div>
      </section>
      {open && <Choices reply={open} />}
      {away && (
        <UnstyledButton className={styles.newest} onClick={toNewest}>
          <IconArrowDown size={18} aria-hidden />
          {t.conversation.toNewest}
        </UnstyledButton>
      )}
    </main>
  );
}
