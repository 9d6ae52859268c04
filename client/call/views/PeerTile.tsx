import { IconMicrophoneOff, IconPlayerPause, IconPlugConnectedX } from '@tabler/icons-react';
import type { CallPeer } from '#protocol';
import type { CallEngine } from '../contract.ts';
import { useCallSnapshot } from '../use-call-snapshot.ts';
import styles from './PeerTile.module.css';
import { VideoPicture } from './VideoPicture.tsx';

const sign = { size: 14, 'aria-hidden': true } as const;

/** One person, small: their camera or the first letters of their name, and what they cannot do now. */
export function PeerTile({ engine, peer }: { engine: CallEngine; peer: CallPeer }) {
  const { remote, me, own } = useCallSnapshot(engine);
  const camera = remote.find((one) => one.peer === peer.id && one.source === 'camera' && !one.paused);
  const stream = peer.id === me ? own.cameraStream : camera?.stream;
  const microphone = peer.producers.find(({ source }) => source === 'microphone');
  const silent = peer.id === me ? own.microphone !== 'on' : !microphone || microphone.paused;
  return (
    <figure className={styles.tile} data-away={peer.away} data-peer={peer.id}>
      {stream ? (
        <VideoPicture engine={engine} stream={stream} consumer={camera?.consumer} label={peer.name} cover />
      ) : (
        <span className={styles.initials} aria-hidden="true">
          {initials(peer.name)}
        </span>
      )}
      <figcaption className={styles.name}>
        {peer.away && <IconPlugConnectedX {...sign} />}
        {peer.held && <IconPlayerPause {...sign} />}
        {silent && <IconMicrophoneOff {...sign} />}
        <span>{peer.name}</span>
      </figcaption>
    </figure>
  );
}

/** "Ana Ruiz" is AR, "王芳" is 王. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? '')][0] ?? '';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toUpperCase();
}
