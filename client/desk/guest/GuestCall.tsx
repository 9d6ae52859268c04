import { Button, VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { CallEngine } from '../../call/contract.ts';
import {
  CallControls,
  CallStage,
  NetworkWords,
  RecordingMark,
  RemoteSound,
  Troubles,
  useCallSnapshot,
} from '../../call/index.ts';
import { SignInPage } from '../sign-in/SignInPage.tsx';
import { useDeskWords } from '../words.ts';
import styles from './GuestCall.module.css';

/** The call as a second expert has it: sees, hears, speaks and draws, and nothing of the desk around it. */
export function GuestCall({ engine }: { engine: CallEngine }) {
  const t = useDeskWords();
  const { phase, ended, error } = useCallSnapshot(engine);
  const [left, setLeft] = useState(false);
  useEffect(() => {
    void engine.join({ microphone: true, camera: undefined });
    return () => engine.dispose();
  }, [engine]);
  if (ended) return <SignInPage title={t.guest.ended} say={t.guest.thanks} />;
  if (left) return <SignInPage title={t.guest.left} say={t.guest.back} />;
  // Not let in: trying again would be refused again.
  if (phase === 'idle' && error)
    return (
      <SignInPage title={t.guest.title} say={error.code === 'conflict' ? t.guest.inUse : t.guest.over} />
    );
  return (
    <main className={styles.call}>
      <VisuallyHidden component="h1">{t.guest.inCall}</VisuallyHidden>
      <RemoteSound engine={engine} />
      <div className={styles.stage}>
        <CallStage engine={engine} draws />
      </div>
      <Troubles engine={engine} />
      <div className={styles.bar}>
        <NetworkWords engine={engine} />
        <RecordingMark engine={engine} />
        <CallControls engine={engine} have={['microphone', 'camera']} />
        <Button variant="default" onClick={() => void engine.leave().then(() => setLeft(true))}>
          {t.guest.leave}
        </Button>
      </div>
    </main>
  );
}
