import { IconCheck, IconMinus, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Guide } from '#protocol/guide';
import buttons from '../buttons.module.css';
import type { GuideAction } from '../logic/action.ts';
import { FastenerPicture, PartPicture } from '../Pictures.tsx';
import type { OpenSheet } from '../sheets/Sheets.tsx';
import { guessedDensity, measuredDensity } from '../true-size/density.ts';
import { useGuideWords, useTexts } from '../words.ts';
import styles from './LayOut.module.css';

export interface LayOutProps {
  guide: Guide;
  ticked: Readonly<Record<string, number>>;
  pictures: Readonly<Record<string, string>>;
  storage: Storage | undefined;
  act: (action: GuideAction) => void;
  onSheet: (sheet: OpenSheet) => void;
}

/** Everything in the box on the floor, ticked, before the first screw. */
export function LayOut({ guide, ticked, pictures, storage, act, onSheet }: LayOutProps) {
  const t = useGuideWords();
  const text = useTexts();
  const measured = measuredDensity(storage);
  const [guess] = useState(() => guessedDensity(matchMedia('(pointer: coarse)').matches));
  const density = measured ?? guess;
  const room = (Math.min(window.innerWidth, 420) - 48) / density;
  const tick = (item: string) => (count: number) => act({ type: 'tick', item, count });
  return (
    <article className={styles.layOut}>
      <h2 className={styles.title}>{t.layOut.title}</h2>
      <p className={styles.say}>{t.layOut.say}</p>
      <p className={styles.facts}>
        {t.layOut.people(guide.people)}
        {guide.tools.map((tool) => (
          <span key={tool.id}>
            {' · '}
            {text(tool.label)} ({tool.inBox ? t.layOut.inBox : t.layOut.yourOwn})
          </span>
        ))}
      </p>
      {guide.safety.length > 0 && (
        <ul className={styles.safety} aria-label={t.layOut.safety}>
          {guide.safety.map((note) => (
            <li key={note.en}>{text(note)}</li>
          ))}
        </ul>
      )}
      <h3 className={styles.group}>{t.layOut.parts}</h3>
      <ul className={styles.list}>
        {guide.parts.map((part) => (
          <Tick
            key={part.id}
            label={text(part.label)}
            of={part.nodes.length}
            found={ticked[part.id] ?? 0}
            onFound={tick(part.id)}
            picture={<PartPicture letter={part.letter} address={pictures[part.id]} size={64} />}
          />
        ))}
      </ul>
      <h3 className={styles.group}>{t.layOut.fasteners}</h3>
      {measured === undefined && (
        <p className={styles.guess}>
          {t.layOut.sizeGuessed}{' '}
          <button type="button" className={buttons.text} onClick={() => onSheet({ kind: 'measure' })}>
            {t.layOut.measure}
          </button>
        </p>
      )}
      <ul className={styles.list}>
        {guide.hardware.map((hardware) => (
          <Tick
            key={hardware.id}
            label={text(hardware.label)}
            of={hardware.count}
            found={ticked[hardware.id] ?? 0}
            onFound={tick(hardware.id)}
            above={<FastenerPicture hardware={hardware} density={density} room={room} />}
          />
        ))}
      </ul>
      <button type="button" className={buttons.plain} onClick={() => onSheet({ kind: 'missing' })}>
        {t.layOut.missing}
      </button>
    </article>
  );
}

export interface TickProps {
  label: string;
  of: number;
  found: number;
  onFound: (count: number) => void;
  picture?: ReactNode;
  above?: ReactNode;
}

/** One kind of part or fastener: the row ticks all of it, the small buttons one. */
export function Tick({ label, of, found, onFound, picture, above }: TickProps) {
  const t = useGuideWords();
  const all = found >= of;
  return (
    <li className={styles.item} data-all={all}>
      {above && <div className={styles.above}>{above}</div>}
      <div className={styles.row}>
        <button
          type="button"
          className={styles.tick}
          aria-pressed={all}
          aria-label={t.layOut.foundAll(label)}
          onClick={() => onFound(all ? 0 : of)}
        >
          {picture}
          <span className={styles.words}>
            <span className={styles.label}>{label}</span>
            <span className={styles.found}>{t.layOut.found(Math.min(found, of), of)}</span>
          </span>
          <span className={styles.box} aria-hidden="true">
            {all && <IconCheck size={24} stroke={3} />}
          </span>
        </button>
        {of > 1 && (
          <span className={styles.counts}>
            <button
              type="button"
              className={buttons.icon}
              aria-label={t.layOut.fewer(label)}
              disabled={found === 0}
              onClick={() => onFound(Math.min(found, of) - 1)}
            >
              <IconMinus size={20} />
            </button>
            <button
              type="button"
              className={buttons.icon}
              aria-label={t.layOut.more(label)}
              disabled={all}
              onClick={() => onFound(found + 1)}
            >
              <IconPlus size={20} />
            </button>
          </span>
        )}
      </div>
    </li>
  );
}
