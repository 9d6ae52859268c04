import { useState } from 'react';
import { resumeCodePattern } from '#protocol/resume-code';
import { RefusedError } from '../../http.ts';
import buttons from '../buttons.module.css';
import type { GuideSession } from '../link/guide-session.ts';
import { readCode } from '../logic/resume-code.ts';
import { useGuideWords } from '../words.ts';
import styles from './GuideSheet.module.css';

/** Goes on with what another phone began. */
export function CodeEntry({ session, onDone }: { session: GuideSession; onDone: () => void }) {
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
