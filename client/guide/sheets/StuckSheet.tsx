import { useState, useSyncExternalStore } from 'react';
import type { Guide } from '#protocol/guide';
import buttons from '../buttons.module.css';
import type { GuideSession } from '../link/guide-session.ts';
import { useOnline } from '../use-online.ts';
import type { GuideVoice } from '../voice/use-spoken-commands.ts';
import { useGuideWords, useTexts } from '../words.ts';
import styles from './GuideSheet.module.css';
import { GuideSheet } from './GuideSheet.tsx';

export interface StuckSheetProps {
  guide: Guide;
  session: GuideSession;
  voice: GuideVoice | undefined;
  onClose: () => void;
}

/** What usually goes wrong at this step; after that, a person. */
export function StuckSheet({ guide, session, voice, onClose }: StuckSheetProps) {
  const t = useGuideWords();
  const text = useTexts();
  const online = useOnline();
  const [asked, setAsked] = useState(false);
  const { place } = useSyncExternalStore(session.subscribe, session.getSnapshot).playthrough;
  const mistakes = guide.steps[place - 1]?.mistakes ?? [];
  const reachable = online && voice !== undefined;
  return (
    <GuideSheet title={t.stuck.title} onClose={onClose}>
      {mistakes.length === 0 && <p className={styles.say}>{t.stuck.none}</p>}
      {mistakes.map(({ sign, remedy }, index) => (
        <details key={sign.en} className={styles.mistake} open={index === 0}>
          <summary>{text(sign)}</summary>
          <p className={styles.say}>{text(remedy)}</p>
        </details>
      ))}
      <button
        type="button"
        className={buttons.plain}
        onClick={() => {
          session.act({ type: 'repeat' });
          onClose();
        }}
      >
        {t.stuck.replay}
      </button>
      {asked ? (
        <Asked voice={voice} />
      ) : (
        <button
          type="button"
          className={buttons.main}
          disabled={!reachable}
          onClick={() => {
            voice?.client.sendText(t.stuck.personSays);
            setAsked(true);
          }}
        >
          {t.stuck.person}
        </button>
      )}
      {!reachable && <p className={styles.note}>{t.stuck.away}</p>}
    </GuideSheet>
  );
}

/** The assistant's own answer, with its buttons: it may ask back before a person takes over. */
function Asked({ voice }: { voice: GuideVoice | undefined }) {
  const t = useGuideWords();
  const reply = voice?.snapshot.waiting.length === 0 ? voice.snapshot.reply : undefined;
  if (!voice || !reply) {
    return (
      <p className={styles.note} role="status">
        {t.voice.thinking}
      </p>
    );
  }
  return (
    <div role="status">
      <p className={styles.say}>{reply.text}</p>
      <div className={styles.choices}>
        {reply.choices.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            className={buttons.plain}
            onClick={() => voice.client.choose(reply.id, id)}
          >
            {label}
          </button>
        ))}
      </div>
    </div>
  );
}
