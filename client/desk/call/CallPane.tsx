import { Button, Kbd, SegmentedControl, UnstyledButton } from '@mantine/core';
import { IconEar, IconPencil, IconSpeakerphone } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { ConversationView } from '#protocol';
import type { CallEngine } from '../../call/contract.ts';
import {
  CallControls,
  CallStage,
  GuideScene,
  NetworkWords,
  RecordingMark,
  RemoteSound,
  Troubles,
  useCallSnapshot,
  useCallWords,
} from '../../call/index.ts';
import { Waiting } from '../frame/Waiting.tsx';
import { useCommand } from '../keys/keys.ts';
import { useDeskWords } from '../words.ts';
import styles from './CallPane.module.css';
import { useDeck, useEngine } from './use-deck.ts';

/** The call of a conversation: who holds it is in it at once, who watches listens without being heard. */
export function CallPane({ view, role }: { view: ConversationView; role: 'holder' | 'watcher' }) {
  const t = useDeskWords();
  const deck = useDeck();
  const engine = useEngine(view.call);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    deck.open(view.call, role === 'holder' ? 'agent' : 'supervisor').catch((error: unknown) => {
      console.error(error);
      setFailed(true);
    });
  }, [deck, view.call, role]);
  if (failed) return <p className={styles.note}>{t.unreachable}</p>;
  if (!engine) return <Waiting say={t.work.joining} />;
  return <InCall engine={engine} role={role} />;
}

/** The photos of the call: a press puts one before everybody, another press goes back to the live picture. */
function Stills({ engine }: { engine: CallEngine }) {
  const t = useDeskWords();
  const { room } = useCallSnapshot(engine);
  if (!room || room.stills.length === 0) return null;
  return (
    <ul className={styles.stills} aria-label={t.ticket.photos}>
      {room.stills.map(({ id, url }, index) => {
        const frozen = room.frozen === id;
        return (
          <li key={id}>
            <UnstyledButton
              className={styles.still}
              aria-pressed={frozen}
              aria-label={t.ticket.photo(index + 1)}
              onClick={() => void engine.freeze(frozen ? null : id)}
            >
              <img src={url} alt="" />
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}

type Look = 'camera' | 'product';

/** The customer's camera or, where they build by a guide, the product as they see it; in AR there is no camera to see. */
function Looking({ engine, draws }: { engine: CallEngine; draws: boolean }) {
  const t = useCallWords().scene;
  const { room } = useCallSnapshot(engine);
  const [chosen, setChosen] = useState<Look>();
  const guide = room?.guide;
  const immersive = room?.peers.some(({ role, device }) => role === 'customer' && device?.immersive) ?? false;
  const look = chosen ?? (immersive ? 'product' : 'camera');
  if (!guide) return <CallStage engine={engine} draws={draws} />;
  return (
    <div className={styles.looking}>
      <SegmentedControl
        className={styles.choice}
        size="sm"
        aria-label={t.looks}
        value={look}
        onChange={(value) => setChosen(value as Look)}
        data={[
          { value: 'camera', label: t.camera },
          { value: 'product', label: t.product },
        ]}
      />
      {look === 'product' ? (
        <GuideScene engine={engine} guide={guide} />
      ) : (
        <CallStage engine={engine} draws={draws} />
      )}
    </div>
  );
}

function InCall({ engine, role }: { engine: CallEngine; role: 'holder' | 'watcher' }) {
  const t = useDeskWords();
  const { phase, own, held } = useCallSnapshot(engine);
  const [draws, setDraws] = useState(true);
  const holds = role === 'holder';
  const joined = phase === 'joined';

  // Whoever took the customer wants to speak with them: the press that took them is the consent.
  useEffect(() => {
    if (engine.getSnapshot().phase === 'idle') void engine.join({ microphone: holds, camera: undefined });
  }, [engine, holds]);
  // Another conversation is looked at: this one neither hears nor sees its agent meanwhile.
  useEffect(() => {
    if (holds && engine.getSnapshot().held) void engine.setHeld(false);
    return () => {
      if (holds && engine.getSnapshot().phase === 'joined') void engine.setHeld(true);
    };
  }, [engine, holds]);

  const muted = own.microphone !== 'on';
  useCommand('mute', joined && holds ? () => void engine.setMicrophone(muted) : undefined);
  useCommand('hold', joined && holds ? () => void engine.setHeld(!held) : undefined);
  useCommand('photo', joined && holds ? () => void engine.askStill() : undefined);
  useCommand('draw', joined && holds ? () => setDraws((now) => !now) : undefined);

  return (
    <section className={styles.pane} aria-label={t.work.stage}>
      <RemoteSound engine={engine} />
      <div className={styles.stage}>
        <Looking engine={engine} draws={draws && holds} />
      </div>
      {holds && <Stills engine={engine} />}
      <Troubles engine={engine} />
      <div className={styles.bar}>
        <NetworkWords engine={engine} />
        <RecordingMark engine={engine} />
        {holds ? (
          <>
            <Button
              variant={draws ? 'light' : 'default'}
              leftSection={<IconPencil size={18} stroke={1.8} />}
              rightSection={<Kbd size="xs">D</Kbd>}
              aria-pressed={draws}
              onClick={() => setDraws((now) => !now)}
            >
              {t.work.draw}
            </Button>
            <CallControls engine={engine} have={['microphone', 'hold', 'photo', 'screen']} />
          </>
        ) : (
          <Whisper engine={engine} muted={muted} />
        )}
      </div>
    </section>
  );
}

/** A supervisor's microphone reaches staff and nobody else. */
function Whisper({ engine, muted }: { engine: CallEngine; muted: boolean }) {
  const t = useDeskWords();
  return (
    <span className={styles.whisper}>
      <Button
        variant={muted ? 'default' : 'filled'}
        leftSection={muted ? <IconEar size={18} /> : <IconSpeakerphone size={18} />}
        aria-pressed={!muted}
        onClick={() => void engine.setMicrophone(muted, 'staff')}
      >
        {muted ? t.work.whisper : t.work.whisperOff}
      </Button>
      {t.work.whisperSay}
    </span>
  );
}
