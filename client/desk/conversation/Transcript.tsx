import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconMicrophone } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ConversationView, TranscriptLine } from '#protocol';
import { useLanguage } from '../../i18n/index.ts';
import { useCaptions } from '../call/use-deck.ts';
import { MoodTag } from '../frame/MoodTag.tsx';
import { useDeskWords } from '../words.ts';
import styles from './Transcript.module.css';

/** Closer to the end than this, in pixels, somebody reads along. */
const near = 60;

/** What was said so far by everybody, and what is being said just now in the call. Stays at the end while one is there. */
export function Transcript({ view }: { view: ConversationView }) {
  const t = useDeskWords();
  const captions = useCaptions(view.call);
  const box = useRef<HTMLDivElement>(null);
  const [along, setAlong] = useState(true);
  const stored = new Set(view.transcript.map(({ id }) => id));
  const live = captions.filter(({ id, final }) => !final && !stored.has(id));
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever words come, the end is somewhere else
  useLayoutEffect(() => {
    if (along && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [along, view.transcript, live.length, captions]);
  // A photo above it or a narrower window moves the end, too.
  useEffect(() => {
    const lines = box.current;
    if (!along || !lines) return;
    const resized = new ResizeObserver(() => {
      lines.scrollTop = lines.scrollHeight;
    });
    resized.observe(lines);
    return () => resized.disconnect();
  }, [along]);

  return (
    <section className={styles.transcript} aria-label={t.work.transcript}>
      <div
        className={styles.lines}
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        role="log"
        aria-label={t.work.transcript}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) =>
          setAlong(scrollHeight - scrollTop - clientHeight < near)
        }
      >
        {view.transcript.length === 0 && live.length === 0 && (
          <p className={styles.nothing}>{t.work.noWords}</p>
        )}
        {view.transcript.map((line, index) => (
          <SpokenLine key={line.id} line={line} named={namedAnew(view.transcript[index - 1], line)} />
        ))}
        {live.map(({ id, role, name, text, at }) => (
          <SpokenLine key={id} line={{ id, who: role, name, text, at, source: 'call' }} named live />
        ))}
      </div>
      {!along && (
        <UnstyledButton className={styles.newest} onClick={() => setAlong(true)}>
          <IconArrowDown size={16} stroke={2} aria-hidden="true" />
          {t.work.newest}
        </UnstyledButton>
      )}
    </section>
  );
}

/** A new speaker, or the same after a pause of two minutes. */
const namedAnew = (before: TranscriptLine | undefined, line: TranscriptLine): boolean =>
  before?.who !== line.who ||
  before.name !== line.name ||
  Date.parse(line.at) - Date.parse(before.at) > 120_000;

/** One thing said. The customer's stand on the left, the shop's on the right. */
function SpokenLine({
  line,
  named,
  live = false,
}: {
  line: TranscriptLine;
  named: boolean;
  /** Still being said. */
  live?: boolean;
}) {
  const t = useDeskWords();
  const { format } = useLanguage();
  const { who, name, text, source, mood, at } = line;
  const spoken = source === 'call' || source === 'voice';
  return (
    <div className={styles.line} data-who={who} data-live={live} aria-live={live ? 'off' : undefined}>
      {named && (
        <div className={styles.by}>
          <strong>{who === 'hexkey' ? t.work.hexkey : name}</strong>
          <time dateTime={at}>{format.time(at)}</time>
          {mood && mood.mood !== 'neutral' && <MoodTag reading={mood} />}
        </div>
      )}
      <p className={styles.text}>
        {spoken && (
          <IconMicrophone
            className={styles.spoken}
            size={14}
            stroke={2}
            aria-label={source === 'call' ? t.work.fromCall : t.work.fromVoice}
          />
        )}
        {text}
      </p>
    </div>
  );
}
