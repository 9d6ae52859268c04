import { IconArrowsDiagonal, IconArrowsDiagonalMinimize2 } from '@tabler/icons-react';
import { useState } from 'react';
import type { CallEngine } from '../contract.ts';
import { useCallSnapshot } from '../use-call-snapshot.ts';
import { CallControls, type Control } from '../views/CallControls.tsx';
import { CallCaptions, NetworkWords, RecordingMark, Troubles } from '../views/CallSigns.tsx';
import { CallStage } from '../views/CallStage.tsx';
import { RemoteSound } from '../views/RemoteSound.tsx';
import { useCallWords } from '../words.ts';
import styles from './InCall.module.css';

export interface InCallProps {
  engine: CallEngine;
  /** Who takes the call on the other side. */
  name: string;
  /** Where it lies beside something that must stay in sight, it begins small. */
  beginsSmall: boolean;
  onLeave: () => void;
}

const whenLarge: readonly Control[] = ['microphone', 'camera', 'turn', 'torch', 'photo', 'leave'];
const whenSmall: readonly Control[] = ['microphone', 'camera', 'leave'];

/** The customer's side of a call: what their camera shows with staff's drawing on it, and everything under one thumb. */
export function InCall({ engine, name, beginsSmall, onLeave }: InCallProps) {
  const t = useCallWords();
  const { room, held, me } = useCallSnapshot(engine);
  const [small, setSmall] = useState(beginsSmall);
  const captions = (
    <div className={styles.captions}>
      <CallCaptions engine={engine} lines={small ? 1 : 2} />
    </div>
  );
  const others = room?.peers.some(({ id }) => id !== me);
  return (
    <section
      className={styles.call}
      data-size={small ? 'small' : 'large'}
      data-call="in"
      aria-label={t.stage.label}
    >
      <RemoteSound engine={engine} />
      <header className={styles.head}>
        <div className={styles.state}>
          <NetworkWords engine={engine} />
          {room && !others && <span role="status">{t.phase.waiting(name)}</span>}
          {held && <strong role="status">{t.phase.held}</strong>}
          <RecordingMark engine={engine} />
        </div>
        <button
          type="button"
          className={styles.size}
          aria-label={small ? t.stage.large : t.stage.small}
          title={small ? t.stage.large : t.stage.small}
          onClick={() => setSmall(!small)}
        >
          {small ? <IconArrowsDiagonal size={24} /> : <IconArrowsDiagonalMinimize2 size={24} />}
        </button>
      </header>
      <Troubles engine={engine} />
      <div className={styles.stage}>
        <CallStage engine={engine} />
        {!small && captions}
      </div>
      {small && captions}
      <footer className={styles.foot}>
        <CallControls engine={engine} have={small ? whenSmall : whenLarge} onLeave={onLeave} />
      </footer>
    </section>
  );
}
