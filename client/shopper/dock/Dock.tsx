import type { RefObject } from 'react';
import { useI18n } from '../../i18n/index.ts';
import { useVoice } from '../use-voice.ts';
import styles from './Dock.module.css';
import { HandsFreeSwitch } from './HandsFreeSwitch.tsx';
import { MicrophoneButton } from './MicrophoneButton.tsx';
import { StatusLine } from './StatusLine.tsx';
import { TextBox } from './TextBox.tsx';

export interface DockProps {
  field: RefObject<HTMLInputElement | null>;
  handsFree: boolean;
  onHandsFree: (on: boolean) => void;
}

/** Where one talks and types: under the thumb on a phone; in a wide window one talks at the side and types below the conversation. */
export function Dock({ field, handsFree, onHandsFree }: DockProps) {
  const { t } = useI18n();
  const { inCall } = useVoice();
  return (
    <section className={styles.dock} aria-label={t.microphone.dock}>
      {!inCall && (
        <div className={styles.voice}>
          <StatusLine handsFree={handsFree} />
          <div className={styles.microphone}>
            <MicrophoneButton tapMode={handsFree ? 'handsfree' : 'tap'} />
          </div>
          <div className={styles.switch}>
            <HandsFreeSwitch on={handsFree} onChange={onHandsFree} />
          </div>
        </div>
      )}
      <div className={styles.text}>
        <TextBox field={field} />
      </div>
    </section>
  );
}
