import { IconPlayerRecordFilled } from '@tabler/icons-react';
import type { CallEngine } from '../contract.ts';
import { useCallSnapshot } from '../use-call-snapshot.ts';
import { useCallWords } from '../words.ts';
import styles from './RecordingMark.module.css';

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
