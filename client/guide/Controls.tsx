import { IconArrowLeft, IconArrowRight, IconHelp, IconReload } from '@tabler/icons-react';
import { type Ref, useLayoutEffect, useRef } from 'react';
import type { Guide } from '#protocol/guide';
import buttons from './buttons.module.css';
import styles from './Controls.module.css';
import type { GuideAction } from './logic/action.ts';
import { stillMissing } from './logic/inventory.ts';
import type { Playthrough } from './logic/playthrough.ts';
import type { OpenSheet } from './sheets/Sheets.tsx';
import { useGuideWords, useTexts } from './words.ts';

export interface ControlsProps {
  guide: Guide;
  playthrough: Playthrough;
  act: (action: GuideAction) => void;
  onSheet: (sheet: OpenSheet) => void;
}

/** Always there, always in the same place, big enough for a glove. */
export function Controls({ guide, playthrough, act, onSheet }: ControlsProps) {
  const t = useGuideWords();
  const { place, asking } = playthrough;
  const next = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone with the question's coming and going: on with what is pressed next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only that changes the buttons
  useLayoutEffect(() => {
    if (document.activeElement === document.body) next.current?.focus();
  }, [asking]);
  const step = guide.steps[place - 1];
  if (place === 0) {
    const left = stillMissing(guide, playthrough.ticked).length;
    return (
      <nav className={styles.controls} aria-label={t.controls.label}>
        <button type="button" className={buttons.main} onClick={() => act({ type: 'next' })}>
          {left === 0 ? t.layOut.start : t.layOut.startAnyway(left)}
          <IconArrowRight size={26} aria-hidden="true" />
        </button>
      </nav>
    );
  }
  if (asking && step) return <Question question={step.check} act={act} yes={next} />;
  return (
    <nav className={styles.controls} aria-label={t.controls.label}>
      <button
        type="button"
        className={buttons.square}
        aria-label={t.controls.back}
        onClick={() => act({ type: 'back' })}
      >
        <IconArrowLeft size={28} aria-hidden="true" />
      </button>
      {step && (
        <>
          <button
            type="button"
            className={buttons.square}
            aria-label={t.controls.again}
            onClick={() => act({ type: 'repeat' })}
          >
            <IconReload size={28} aria-hidden="true" />
          </button>
          <button
            type="button"
            className={buttons.square}
            aria-label={t.controls.stuck}
            onClick={() => onSheet({ kind: 'stuck' })}
          >
            <IconHelp size={28} aria-hidden="true" />
          </button>
          <button ref={next} type="button" className={buttons.main} onClick={() => act({ type: 'next' })}>
            {t.controls.next}
            <IconArrowRight size={26} aria-hidden="true" />
          </button>
        </>
      )}
    </nav>
  );
}

interface QuestionProps {
  question: Guide['title'];
  act: (action: GuideAction) => void;
  yes: Ref<HTMLButtonElement>;
}

function Question({ question, act, yes }: QuestionProps) {
  const t = useGuideWords();
  const text = useTexts();
  return (
    <fieldset className={styles.question}>
      <legend className={styles.ask}>{text(question)}</legend>
      <button type="button" className={buttons.plain} onClick={() => act({ type: 'refuse' })}>
        {t.controls.no}
      </button>
      <button ref={yes} type="button" className={buttons.main} onClick={() => act({ type: 'confirm' })}>
        {t.controls.yes}
      </button>
    </fieldset>
  );
}
