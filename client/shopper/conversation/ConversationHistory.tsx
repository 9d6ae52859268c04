import { UnstyledButton } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useRef } from 'react';
import { useI18n } from '../../i18n/index.ts';
import { useVoice } from '../use-voice.ts';
import { Choices } from './Choices.tsx';
import styles from './ConversationHistory.module.css';
import { Entry } from './Entry.tsx';
import { Opening } from './Opening.tsx';
import { ShopperLine } from './ShopperLine.tsx';
import { useKeepUp } from './use-keep-up.ts';
import { Welcome } from './Welcome.tsx';

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
