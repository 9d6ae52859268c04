import { useState } from 'react';
import { resumeCodePattern } from '#protocol/resume-code';
import { RefusedError } from '../../http.ts';
import { chooseColorScheme, useColorScheme } from '../../ui/index.ts';
import buttons from '../buttons.module.css';
import type { GuideSession } from '../link/guide-session.ts';
import { readCode } from '../logic/resume-code.ts';
import { useGuideWords } from '../words.ts';
import styles from './GuideSheet.module.css';
import { GuideSheet } from './GuideSheet.tsx';

export interface MoreSheetProps {
  session: GuideSession;
  onClose: () => void;
  onLanguage: () => void;
  onMeasure: () => void;
}

/** Goes on with what another phone began. */
function CodeEntry({ session, onDone }: { session: GuideSession; onDone: () => void }) {
  const t = useGuideWords();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string>();
  const resume = async () => {
    const code = readCode(typed);
    if (!new RegExp(resumeCodePattern).test(code)) return setProblem(t.more.codeWrong);
    try {
      const { guide } = await session.resume(code);
      if (session.slug === guide) onDone();
      else window.location.assign(`/guide/${guide}`);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      setProblem(error instanceof RefusedError ? t.more.codeWrong : t.more.codeAway);
    }
  };
  return (
    <details className={styles.mistake}>
      <summary>{t.more.codeEnter}</summary>
      <form
        className={styles.entry}
        onSubmit={(event) => {
          event.preventDefault();
          void resume();
        }}
      >
        <input
          className={styles.field}
          aria-label={t.more.codeLabel}
          value={typed}
          maxLength={9}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className={buttons.main}>
          {t.more.codeUse}
        </button>
      </form>
      {problem && (
        <p className={styles.note} role="alert">
          {problem}
        </p>
      )}
    </details>
  );
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
