import { useState } from 'react';
import buttons from '../buttons.module.css';
import {
  cardShortSide,
  densityRange,
  guessedDensity,
  keepDensity,
  measuredDensity,
} from '../true-size/density.ts';
import { useGuideWords } from '../words.ts';
import styles from './GuideSheet.module.css';
import { GuideSheet } from './GuideSheet.tsx';

/** Finds how many pixels this screen has a millimetre: the short side of a bank card is the same everywhere. */
export function MeasureSheet({ storage, onClose }: { storage: Storage | undefined; onClose: () => void }) {
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
