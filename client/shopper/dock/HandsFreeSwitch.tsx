import { useId } from 'react';
import { useI18n } from '../../i18n/index.ts';
import styles from './HandsFreeSwitch.module.css';

export interface HandsFreeSwitchProps {
  on: boolean;
  onChange: (on: boolean) => void;
}

export function HandsFreeSwitch({ on, onChange }: HandsFreeSwitchProps) {
  const { t } = useI18n();
  const hint = useId();
  return (
    <label className={styles.label}>
      <input
        className={styles.input}
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        onChange={(event) => onChange(event.target.checked)}
        aria-describedby={hint}
      />
      <span className={styles.track} aria-hidden="true" />
      <span>{t.microphone.handsFree}</span>
      <span className={styles.hint} id={hint}>
        {t.microphone.handsFreeHint}
      </span>
    </label>
  );
}
