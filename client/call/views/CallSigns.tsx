import { IconPlayerRecordFilled } from '@tabler/icons-react';
import { useErrorTexts } from '../../i18n/index.ts';
import type { CallEngine } from '../contract.ts';
import { useCallSnapshot } from '../use-call-snapshot.ts';
import { useCallWords } from '../words.ts';
import styles from './CallSigns.module.css';

/** What is being said, the newest lines of both sides. */
export function CallCaptions({ engine, lines = 2 }: { engine: CallEngine; lines?: number }) {
  const t = useCallWords();
  const { room, me } = useCallSnapshot(engine);
  const shown = room?.captions.filter(({ text }) => text !== '').slice(-lines) ?? [];
  return (
    <div className={styles.captions} role="log" aria-label={t.captions.label} data-empty={shown.length === 0}>
      {shown.map(({ id, peer, name, text, final }) => (
        <p key={id} className={styles.line} data-final={final} aria-live={final ? undefined : 'off'}>
          <b>{peer === me ? t.captions.you : name}</b> {text}
        </p>
      ))}
    </div>
  );
}

const bars: Record<string, number> = { good: 3, small_picture: 2, sound_only: 1, unsteady: 1, away: 0 };

/** How it comes through, in words and bars. */
export function NetworkWords({ engine }: { engine: CallEngine }) {
  const t = useCallWords();
  const { network, phase } = useCallSnapshot(engine);
  const settling = phase === 'joining' || phase === 'recovering';
  const feel = phase === 'recovering' ? 'away' : network;
  return (
    <p className={styles.network} role="status" data-feel={feel}>
      <svg className={styles.bars} viewBox="0 0 18 14" aria-hidden="true">
        {[0, 1, 2].map((bar) => (
          <rect
            key={bar}
            x={bar * 6.5}
            y={10 - bar * 4.5}
            width="4.5"
            height={4 + bar * 4.5}
            rx="1"
            data-on={bar < (bars[feel] ?? 0)}
          />
        ))}
      </svg>
      {settling ? t.phase[phase] : t.network[network]}
    </p>
  );
}

/** Says that the call is recorded, as long as it is; to staff also that it was and why it no longer is. */
export function RecordingMark({ engine }: { engine: CallEngine }) {
  const t = useCallWords();
  const { room } = useCallSnapshot(engine);
  if (room?.recordingSince) {
    return (
      <strong className={styles.mark} role="status" data-recording="on">
        <IconPlayerRecordFilled size={14} aria-hidden /> {t.phase.recording}
      </strong>
    );
  }
  return room?.recordingFailed ? (
    <strong className={styles.mark} role="alert" data-recording="failed">
      {t.phase.recordingFailed[room.recordingFailed]}
    </strong>
  ) : null;
}

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
