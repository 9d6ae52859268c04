import { type ReactNode, useState } from 'react';
import type { Mark } from '#protocol';
import type { CallEngine, DrawingTool } from '../contract.ts';
import { DrawingSurface } from '../drawing/DrawingSurface.tsx';
import { DrawingTools } from '../drawing/DrawingTools.tsx';
import { useCallSnapshot } from '../use-call-snapshot.ts';
import { useCallWords } from '../words.ts';
import styles from './CallStage.module.css';
import { PeerTile } from './PeerTile.tsx';
import { stageViewOf } from './stage-view.ts';
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
