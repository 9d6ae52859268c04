import { useErrorTexts } from '../../i18n/index.ts';
import type { CallEngine } from '../contract.ts';
import { useCallSnapshot } from '../use-call-snapshot.ts';
import { useCallWords } from '../words.ts';
import styles from './Troubles.module.css';

/** What does not work, and what can be done about it. */
export function Troubles({ engine }: { engine: CallEngine }) {
  const t = useCallWords();
  const general = useErrorTexts();
  const { own, error } = useCallSnapshot(engine);
  const words = [
    own.microphoneTrouble && t.trouble.microphone[own.microphoneTrouble],
    own.cameraTrouble && t.trouble.camera[own.cameraTrouble],
    error &&
      (error.code === 'line_cut' || error.code === 'no_webrtc' ? t.error[error.code] : general[error.code]),
  ].filter((one) => one !== undefined);
  if (words.length === 0) return null;
  return (
    <div className={styles.troubles} role="alert">
      {words.map((one) => (
        <p key={one}>{one}</p>
      ))}
    </div>
  );
}
