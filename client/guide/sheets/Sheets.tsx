import { useState, useSyncExternalStore } from 'react';
import type { Guide } from '#protocol/guide';
import { useLanguage } from '../../i18n/index.ts';
import buttons from '../buttons.module.css';
import type { GuideSession } from '../link/guide-session.ts';
import { PartPicture } from '../Pictures.tsx';
import {
  cardShortSide,
  densityRange,
  guessedDensity,
  keepDensity,
  measuredDensity,
} from '../true-size/density.ts';
import { useOnline } from '../use-online.ts';
import type { GuideVoice } from '../voice/use-spoken-commands.ts';
import { useGuideWords, useTexts } from '../words.ts';
import styles from './GuideSheet.module.css';
import { GuideSheet } from './GuideSheet.tsx';
import { MissingSheet } from './MissingSheet.tsx';
import { MoreSheet } from './MoreSheet.tsx';

export type OpenSheet =
  | { kind: 'overview' | 'more' | 'stuck' | 'missing' | 'measure' }
  | { kind: 'part'; part: string }
  | undefined;

export interface SheetsProps {
  open: OpenSheet;
  guide: Guide;
  session: GuideSession;
  pictures: Readonly<Record<string, string>>;
  storage: Storage | undefined;
  voice: GuideVoice | undefined;
  onPart: (shown: { part: string }) => void;
  onSheet: (sheet: OpenSheet) => void;
  onLanguage: () => void;
}

interface OverviewSheetProps {
  guide: Guide;
  session: GuideSession;
  onClose: () => void;
}

function OverviewSheet({ guide, session, onClose }: OverviewSheetProps) {
  const t = useGuideWords();
  const text = useTexts();
  const { place } = useSyncExternalStore(session.subscribe, session.getSnapshot).playthrough;
  const titles = [t.overview.layOut, ...guide.steps.map((step) => text(step.title))];
  return (
    <GuideSheet title={t.overview.title} onClose={onClose}>
      <ol className={styles.steps} start={0}>
        {titles.map((title, index) => (
          <li key={guide.steps[index - 1]?.id ?? ''}>
            <button
              type="button"
              className={styles.step}
              aria-current={index === place ? 'step' : undefined}
              data-done={index < place}
              onClick={() => {
                session.act({ type: 'go', place: index });
                onClose();
              }}
            >
              <span className={styles.number}>{index === 0 ? '·' : index}</span>
              <span>{title}</span>
              <span className={styles.mark}>
                {index === place ? t.overview.now : index < place ? t.overview.done : ''}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </GuideSheet>
  );
}

/** Finds how many pixels this screen has a millimetre: the short side of a bank card is the same everywhere. */
function MeasureSheet({ storage, onClose }: { storage: Storage | undefined; onClose: () => void }) {
  const t = useGuideWords();
  const [density, setDensity] = useState(
    () => measuredDensity(storage) ?? guessedDensity(matchMedia('(pointer: coarse)').matches),
  );
  return (
    <GuideSheet title={t.measure.title} onClose={onClose}>
      <p className={styles.say}>{t.measure.say}</p>
      <div className={styles.card} style={{ width: cardShortSide * density }} aria-hidden="true" />
      <input
        type="range"
        className={styles.slider}
        min={densityRange.least}
        max={Math.min(densityRange.most, (window.innerWidth - 32) / cardShortSide)}
        step={0.02}
        value={density}
        aria-label={t.measure.slide}
        onChange={(event) => setDensity(event.target.valueAsNumber)}
      />
      <button
        type="button"
        className={buttons.main}
        onClick={() => {
          keepDensity(storage, density);
          onClose();
        }}
      >
        {t.measure.keep}
      </button>
    </GuideSheet>
  );
}

interface PartSheetProps {
  guide: Guide;
  part: string;
  pictures: Readonly<Record<string, string>>;
  onFly: (shown: { part: string }) => void;
  onClose: () => void;
}

/** What a part is called, what it looks like and how large it is. */
function PartSheet({ guide, part: id, pictures, onFly, onClose }: PartSheetProps) {
  const t = useGuideWords();
  const text = useTexts();
  const { language } = useLanguage();
  const part = guide.parts.find((known) => known.id === id);
  if (!part) return null;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const size = part.size.map((metres) => number.format(metres * 100)).join(' × ');
  return (
    <GuideSheet title={`${t.part.title(part.letter)}: ${text(part.label)}`} onClose={onClose}>
      <div className={styles.part}>
        <PartPicture letter={part.letter} address={pictures[id]} size={112} />
        <p className={styles.say}>{text(part.description)}</p>
      </div>
      <dl className={styles.facts}>
        <dt>{t.part.size}</dt>
        <dd>{size} cm</dd>
        <dt>{t.part.inBox}</dt>
        <dd>{part.nodes.length}</dd>
      </dl>
      <button
        type="button"
        className={buttons.main}
        onClick={() => {
          onFly({ part: id });
          onClose();
        }}
      >
        {t.part.fly}
      </button>
    </GuideSheet>
  );
}

interface StuckSheetProps {
  guide: Guide;
  session: GuideSession;
  voice: GuideVoice | undefined;
  onClose: () => void;
}

/** What usually goes wrong at this step; after that, a person. */
function StuckSheet({ guide, session, voice, onClose }: StuckSheetProps) {
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

export function Sheets({ open, onSheet, onPart, onLanguage, ...shared }: SheetsProps) {
  const onClose = () => onSheet(undefined);
  const sheet = { ...shared, onClose };
  switch (open?.kind) {
    case undefined:
      return null;
    case 'overview':
      return <OverviewSheet {...sheet} />;
    case 'more':
      return <MoreSheet {...sheet} onLanguage={onLanguage} onMeasure={() => onSheet({ kind: 'measure' })} />;
    case 'stuck':
      return <StuckSheet {...sheet} />;
    case 'missing':
      return <MissingSheet {...sheet} />;
    case 'measure':
      return <MeasureSheet {...sheet} />;
    case 'part':
      return <PartSheet {...sheet} part={open.part} onFly={onPart} />;
  }
}
