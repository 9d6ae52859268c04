import { useState } from 'react';
import { chooseColorScheme, useColorScheme } from '../../ui/index.ts';
import buttons from '../buttons.module.css';
import type { GuideSession } from '../link/guide-session.ts';
import { useGuideWords } from '../words.ts';
import { CodeEntry } from './CodeEntry.tsx';
import styles from './GuideSheet.module.css';
import { GuideSheet } from './GuideSheet.tsx';

export interface MoreSheetProps {
  session: GuideSession;
  onClose: () => void;
  onLanguage: () => void;
  onMeasure: () => void;
}

export function MoreSheet({ session, onClose, onLanguage, onMeasure }: MoreSheetProps) {
  const t = useGuideWords();
  const [sure, setSure] = useState(false);
  const dark = useColorScheme() === 'dark';
  const { progress } = session.getSnapshot();
  const andClose = (act: () => void) => () => {
    act();
    onClose();
  };
  return (
    <GuideSheet title={t.more.title} onClose={onClose}>
      <button
        type="button"
        className={buttons.plain}
        onClick={andClose(() => session.act({ type: 'pause' }))}
      >
        {t.more.pause}
      </button>
      <section className={styles.section}>
        <h3>{t.more.code}</h3>
        {progress ? (
          <p className={styles.say}>
            {t.more.codeSay} <strong className={styles.code}>{progress.code}</strong>
          </p>
        ) : (
          <p className={styles.note}>{t.more.codeNone}</p>
        )}
        <CodeEntry session={session} onDone={onClose} />
      </section>
      <div className={styles.choices}>
        <button type="button" className={buttons.plain} onClick={onMeasure}>
          {t.more.measure}
        </button>
        <button
          type="button"
          className={buttons.plain}
          aria-label={t.more.languageLabel}
          onClick={andClose(onLanguage)}
        >
          {t.more.language}
        </button>
        <button
          type="button"
          className={buttons.plain}
          onClick={() => chooseColorScheme(dark ? 'light' : 'dark')}
        >
          {dark ? t.more.light : t.more.dark}
        </button>
      </div>
      {sure ? (
        <fieldset className={styles.choices}>
          <legend className={styles.say}>{t.more.restartSure}</legend>
          <button type="button" className={buttons.plain} onClick={() => setSure(false)}>
            {t.more.keep}
          </button>
          <button
            type="button"
            className={buttons.main}
            onClick={andClose(() => session.act({ type: 'restart' }))}
          >
            {t.more.restartYes}
          </button>
        </fieldset>
      ) : (
        <button type="button" className={buttons.plain} onClick={() => setSure(true)}>
          {t.more.restart}
        </button>
      )}
    </GuideSheet>
  );
}
