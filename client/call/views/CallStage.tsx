import { type ReactNode, useState } from 'react';
import type { Mark } from '#protocol';
import type { CallEngine, CallSnapshot, DrawingTool, StageView } from '../contract.ts';
import { DrawingSurface } from '../drawing/DrawingSurface.tsx';
import { DrawingTools } from '../drawing/DrawingTools.tsx';
import { useCallSnapshot } from '../use-call-snapshot.ts';
import { useCallWords } from '../words.ts';
import styles from './CallStage.module.css';
import { PeerTile } from './PeerTile.tsx';
import { VideoPicture } from './VideoPicture.tsx';

export interface CallStageProps {
  engine: CallEngine;
  /** Shows the drawing tools. */
  draws?: boolean;
  /** Small pictures of the others, and of oneself where that is not the stage. */
  tiles?: boolean;
  /** In place of a picture that is not there, for example the guide's model. */
  instead?: ReactNode;
}

/** What everybody looks at together: a frozen photo, else a shared screen, else the customer's camera. */
export function stageViewOf({ room, me, own, remote, held, network }: CallSnapshot): StageView {
  const still = room?.stills.find(({ id }) => id === room.frozen);
  if (still) {
    const { id, url, width, height } = still;
    return { kind: 'still', surface: `still:${id}`, url, width, height };
  }
  if (held) return { kind: 'none', because: 'held' };
  const screen = remote.find(({ source }) => source === 'screen');
  if (screen) {
    const { stream, peer, consumer } = screen;
    return { kind: 'picture', surface: 'screen', stream, peer, consumer };
  }
  if (own.screen && me !== undefined)
    return { kind: 'picture', surface: 'screen', stream: own.screen, peer: me, consumer: undefined };
  const customer = room?.peers.find(({ role }) => role === 'customer');
  if (customer?.device?.immersive) return { kind: 'none', because: 'immersive' };
  if (customer?.id === me && me !== undefined) {
    return own.cameraStream
      ? { kind: 'picture', surface: 'camera', stream: own.cameraStream, peer: me, consumer: undefined }
      : { kind: 'none', because: 'no_camera' };
  }
  const camera = remote.find(({ source, peer }) => source === 'camera' && peer === customer?.id);
  if (camera && !camera.paused) {
    const { stream, peer, consumer } = camera;
    return { kind: 'picture', surface: 'camera', stream, peer, consumer };
  }
  if (network === 'sound_only' || customer?.device?.audioOnly) return { kind: 'none', because: 'sound_only' };
  const sends = customer?.producers.some(({ source }) => source === 'camera');
  return { kind: 'none', because: customer && !sends ? 'no_camera' : 'waiting' };
}

/** What everybody looks at, with the drawing on it. */
export function CallStage({ engine, draws = false, tiles = true, instead }: CallStageProps) {
  const t = useCallWords();
  const seen = useCallSnapshot(engine);
  const [aspect, setAspect] = useState(4 / 3);
  const [tool, setTool] = useState<DrawingTool>('arrow');
  const [colour, setColour] = useState<Mark['colour']>('yellow');
  const view = stageViewOf(seen);
  const surface = view.kind === 'none' ? undefined : view.surface;
  const shape = view.kind === 'still' ? view.width / view.height : aspect;
  const onStage = view.kind === 'picture' && view.surface === 'camera' ? view.peer : undefined;
  const people = seen.room?.peers.filter(
    ({ id }) => id !== onStage && (id !== seen.me || seen.own.cameraStream),
  );
  return (
    <section className={styles.stage} aria-label={t.stage.picture} data-view={view.kind}>
      <div className={styles.picture}>
        {view.kind === 'picture' && (
          <VideoPicture
            engine={engine}
            stream={view.stream}
            consumer={view.consumer}
            label={view.peer === seen.me ? t.stage.own : t.stage.label}
            onAspect={setAspect}
          />
        )}
        {view.kind === 'still' && <img className={styles.video} src={view.url} alt={t.stage.frozen} />}
        {view.kind === 'none' &&
          (instead ?? (
            <p className={styles.none} role="status">
              {t.stage.because[view.because]}
            </p>
          ))}
        {surface && (
          <DrawingSurface
            engine={engine}
            surface={surface}
            aspect={shape}
            tool={draws ? tool : undefined}
            colour={colour}
          />
        )}
        {view.kind === 'still' && (
          <span className={styles.frozen} role="status">
            {t.stage.frozen}
          </span>
        )}
        {tiles && people && people.length > 0 && (
          <ul className={styles.people} aria-label={t.stage.people}>
            {people.map((peer) => (
              <li key={peer.id}>
                <PeerTile engine={engine} peer={peer} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {draws && surface && (
        <DrawingTools
          engine={engine}
          surface={surface}
          tool={tool}
          onTool={setTool}
          colour={colour}
          onColour={setColour}
        />
      )}
    </section>
  );
}
