import { IconAdjustments, IconCurrentLocation, IconRulerMeasure, IconX } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useState } from 'react';
import type { Guide, GuidePart } from '#protocol/guide';
import type { ImmersiveStage, PlacementMode, PlacementScale } from '../../ar/immersive/index.ts';
import { useLanguage } from '../../i18n/index.ts';
import { Moves } from './Moves.tsx';
import styles from './Overlay.module.css';
import { RadioChoice } from './RadioChoice.tsx';
import { useRoomWords } from './words.ts';

export interface OverlayProps {
  guide: Guide;
  place: number;
  part: GuidePart | undefined;
  room: 'searching' | 'aiming' | 'placed';
  stage: RefObject<ImmersiveStage | undefined>;
  children: ReactNode;
}

/** The interface over the camera's picture: read at arm's length, pressed with one thumb. */
export function Overlay({ guide, place, part, room, stage, children }: OverlayProps) {
  const t = useRoomWords();
  const { language, format } = useLanguage();
  const [adjusting, setAdjusting] = useState(false);
  const [measured, setMeasured] = useState(false);
  const [scale, setScale] = useState<PlacementScale>(1);
  const [mode, setMode] = useState<PlacementMode>('beside');
  const placed = room === 'placed';
  const step = guide.steps[place - 1];
  const hint = room === 'searching' ? t.searching[scale < 1 ? 'table' : guide.stands] : t.aiming;
  const placeAgain = () => {
    setAdjusting(false);
    stage.current?.pickUp();
  };
  const choices = (
    <div className={styles.choices}>
      <RadioChoice
        label={t.size}
        value={scale}
        options={[
          [1, t.trueSize],
          [0.25, t.quarter],
        ]}
        onChange={(to) => {
          setScale(to);
          stage.current?.setScale(to);
        }}
      />
      <RadioChoice
        label={t.side}
        value={mode}
        options={[
          ['beside', t.beside],
          ['over', t.over],
        ]}
        onChange={(to) => {
          setMode(to);
          stage.current?.setMode(to);
        }}
      />
    </div>
  );
  return (
    <section className={styles.layout} aria-label={t.label}>
      <div className={styles.top}>
        <button
          type="button"
          className={styles.round}
          aria-label={t.leave}
          onClick={() => void stage.current?.end()}
        >
          <IconX size={28} aria-hidden="true" />
        </button>
        <p className={styles.hint} role="status">
          {placed ? part && t.part(part.letter, part.label[language]) : hint}
        </p>
      </div>
      <div className={styles.bottom}>
        {placed && (
          <div className={styles.tools}>
            <button
              type="button"
              className={styles.tool}
              aria-expanded={adjusting}
              onClick={() => setAdjusting(!adjusting)}
            >
              <IconAdjustments size={24} aria-hidden="true" />
              {adjusting ? t.done : t.adjust}
            </button>
            <button
              type="button"
              className={styles.tool}
              aria-pressed={measured}
              aria-label={t.dimensions}
              onClick={() => {
                setMeasured(!measured);
                stage.current?.showDimensions(measured ? undefined : format.length);
              }}
            >
              <IconRulerMeasure size={24} aria-hidden="true" />
            </button>
          </div>
        )}
        {(!placed || adjusting) && (
          <div className={styles.panel}>
            {placed && <Moves stage={stage} hangs={guide.stands === 'wall' && scale === 1} />}
            {choices}
            {placed && (
              <button type="button" className={styles.again} onClick={placeAgain}>
                <IconCurrentLocation size={24} aria-hidden="true" />
                {t.again}
              </button>
            )}
          </div>
        )}
        {placed && !adjusting && (
          <div className={styles.panel}>
            {step && (
              <div className={styles.step}>
                <h2 className={styles.title}>{step.title[language]}</h2>
                <p className={styles.say}>{step.say[language]}</p>
              </div>
            )}
            {children}
          </div>
        )}
      </div>
    </section>
  );
}
