import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { CallEngine } from '../../call/contract.ts';
import {
  CallControls,
  CallStage,
  NetworkWords,
  RecordingMark,
  RemoteSound,
  useCallSnapshot,
} from '../../call/index.ts';
import { SignInPage } from '../sign-in/SignInPage.tsx';
import { useDeskWords } from '../words.ts';
import styles from './GuestCall.module.css';

/** The call as a second expert has it: sees, hears, speaks and draws, and nothing of the desk around it. */
export function GuestCall({ engine }: { engine: CallEngine }) {
  const t = useDeskWords();
  const { phase, ended } = useCallSnapshot(engine);
  useEffect(() => {
    void engine.join({ microphone: true, camera: undefined });
    return () => engine.dispose();
  }, [engine]);
  if (phase === 'ended' || ended) return <SignInPage title={t.guest.left} say={t.guest.over} />;
  return (
    <main className={styles.call}>
      <RemoteSound engine={engine} />
      <div className={styles.stage}>
        <CallStage engine={engine} draws />
      </div>
      <div className={styles.bar}>
        <NetworkWords engine={engine} />
        <RecordingMark engine={engine} />
        <CallControls engine={engine} have={['microphone', 'camera']} />
        <Button variant="default" onClick={() => void engine.leave()}>
          {t.guest.leave}
        </Button>
      </div>
    </main>
  );
}
