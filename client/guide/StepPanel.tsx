import { IconAlertTriangle } from '@tabler/icons-react';
import type { Guide, GuideStep } from '#protocol/guide';
import buttons from './buttons.module.css';
import { fastenersOf } from './logic/inventory.ts';
import { FastenerPicture, PartPicture } from './Pictures.tsx';
import styles from './StepPanel.module.css';
import type { OpenSheet } from './sheets/Sheets.tsx';
import { useGuideWords, useTexts } from './words.ts';

export interface StepPanelProps {
  guide: Guide;
  step: GuideStep;
  place: number;
  pictures: Readonly<Record<string, string>>;
  onPart: (part: string) => void;
}

/** What to do now, with what. */
export function StepPanel({ guide, step, pictures, onPart }: StepPanelProps) {
  const t = useGuideWords();
  const text = useTexts();
  const nodes = new Set([...step.arrivals, ...step.moves].flatMap((way) => way.nodes));
  const parts = guide.parts.flatMap((part) => {
    const count = part.nodes.filter((node) => nodes.has(node)).length;
    return count > 0 ? [{ part, count }] : [];
  });
  const tools = guide.tools.filter(({ id }) => step.tools.includes(id));
  return (
    <article className={styles.step}>
      <h2 className={styles.title}>{text(step.title)}</h2>
      <p className={styles.say}>{text(step.say)}</p>
      {step.warnings.length > 0 && (
        <ul className={styles.warnings} aria-label={t.step.warnings}>
          {step.warnings.map((warning) => (
            <li key={warning.en}>
              <IconAlertTriangle size={22} aria-hidden="true" />
              <span>{text(warning)}</span>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.needs}>
        {t.minutes(step.minutes)}
        {tools.map((tool) => ` · ${text(tool.label)}`)}
      </p>
      {parts.length > 0 && (
        <ul className={styles.things} aria-label={t.step.parts}>
          {parts.map(({ part, count }) => (
            <li key={part.id}>
              <button
                type="button"
                className={styles.thing}
                aria-label={t.step.showPart(part.letter, text(part.label))}
                onClick={() => onPart(part.id)}
              >
                <PartPicture letter={part.letter} address={pictures[part.id]} size={56} />
                <span>
                  {count > 1 && t.step.times(count)} {text(part.label)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {step.fasteners.length > 0 && (
        <ul className={styles.things} aria-label={t.step.fasteners}>
          {fastenersOf(step).map(({ id, count }) => {
            const hardware = guide.hardware.find((known) => known.id === id);
            if (!hardware) return null;
            return (
              <li key={id} className={styles.thing}>
                <FastenerPicture hardware={hardware} density={2.4} room={34} />
                <span>
                  {t.step.times(count)} {text(hardware.label)}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </article>
  );
}

export function Finished({ guide, onSheet }: { guide: Guide; onSheet: (sheet: OpenSheet) => void }) {
  const t = useGuideWords();
  const text = useTexts();
  return (
    <article className={styles.step}>
      <h2 className={styles.title}>{t.finished.title}</h2>
      <p className={styles.say}>{t.finished.body(text(guide.title))}</p>
      <button type="button" className={buttons.plain} onClick={() => onSheet({ kind: 'overview' })}>
        {t.finished.again}
      </button>
    </article>
  );
}
