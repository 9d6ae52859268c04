import { type ComponentType, useCallback, useEffect, useState } from 'react';
import type { ViewPose } from '#protocol/call/drawing';
import type { CallGuide } from '#protocol/call/room';
import type { GuideModel } from '../../ar/index.ts';
import { newId } from '../../new-id.ts';
import type { CallEngine } from '../contract.ts';
import { useCallSnapshot } from '../use-call-snapshot.ts';
import { useCallWords } from '../words.ts';
import styles from './GuideScene.module.css';
import type { RemoteViewProps } from './RemoteView.tsx';
import { type SceneTool, SceneTools } from './SceneTools.tsx';

export interface GuideSceneProps {
  engine: CallEngine;
  guide: CallGuide;
}

/** What draws, once it is here. */
interface OpenedScene {
  model: GuideModel;
  View: ComponentType<RemoteViewProps>;
}

const none: readonly never[] = [];

type Loading = { share: number } | 'shown' | 'failed';

/**
 * What the customer builds, as they see it: from their phone's viewpoint while they are in AR, or looked around freely.
 * A press lets the part glow for both, or pins a note to the spot.
 */
export function GuideScene({ engine, guide }: GuideSceneProps) {
  const t = useCallWords();
  const [opened, setOpened] = useState<OpenedScene>();
  const [loading, setLoading] = useState<Loading>({ share: 0 });
  const [tool, setTool] = useState<SceneTool>('part');
  const [note, setNote] = useState('');
  const { room } = useCallSnapshot(engine);
  const view = useCustomerView(engine);
  const { slug } = guide;

  const onFailed = useCallback((error: unknown) => {
    console.error(error);
    setLoading('failed');
  }, []);

  useEffect(() => {
    let model: GuideModel | undefined;
    let ended = false;
    setLoading({ share: 0 });
    open().catch((error: unknown) => {
      if (!ended) onFailed(error);
    });
    async function open() {
      const { openGuideModel, RemoteView } = await import('./RemoteView.tsx');
      const loaded = await openGuideModel(slug, (share) =>
        setLoading((now) => (typeof now === 'string' ? now : { share })),
      );
      if (ended) return loaded.dispose();
      model = loaded;
      setOpened({ model, View: RemoteView });
      setLoading('shown');
    }
    return () => {
      ended = true;
      setOpened(undefined);
      model?.dispose();
    };
  }, [slug, onFailed]);

  const parts = opened?.model.guide.parts ?? [];
  const press = (node: string, at: [number, number, number]) => {
    const part = parts.find(({ nodes }) => nodes.includes(node))?.id;
    if (part === undefined) return;
    if (tool === 'part') void engine.pointAtPart(part === guide.part ? null : part);
    else {
      engine.draw(pin(at, note));
      setNote('');
    }
  };

  return (
    <section
      className={styles.scene}
      aria-label={t.scene.label}
      data-state={loading === 'shown' ? 'shown' : 'waiting'}
    >
      {opened ? (
        <opened.View
          model={opened.model}
          place={guide.step}
          pointed={parts.find(({ id }) => id === guide.part)?.nodes ?? none}
          marks={room?.marks ?? none}
          view={guide.follow ? (view ?? null) : null}
          tool={tool}
          onPress={press}
          onFailed={onFailed}
        />
      ) : (
        <div />
      )}
      {loading === 'failed' && (
        <p className={styles.waiting} role="status">
          {t.scene.failed}
        </p>
      )}
      {typeof loading === 'object' && (
        <progress className={styles.progress} max={1} value={loading.share} aria-label={t.scene.loading} />
      )}
      <SceneTools
        steps={opened?.model.guide.steps.length ?? 0}
        guide={guide}
        viewKnown={view !== undefined}
        tool={tool}
        onTool={setTool}
        note={note}
        onNote={setNote}
        engine={engine}
      />
    </section>
  );
}

const pin = (at: [number, number, number], note: string) =>
  ({
    op: 'add',
    id: newId(),
    surface: 'scene',
    colour: 'yellow',
    shape: { kind: 'anchored', at, ...(note.trim() === '' ? {} : { label: note.trim() }) },
  }) as const;

/** After this long without a pose the phone is not looked through any more. */
const lostAfterMs = 3_000;

/** Where the customer's phone is, a dozen times a second; `undefined` as long as it does not tell. */
export function useCustomerView(engine: CallEngine): ViewPose | undefined {
  const [view, setView] = useState<ViewPose>();
  useEffect(() => {
    let lost: ReturnType<typeof setTimeout> | undefined;
    const stop = engine.onView(({ view }) => {
      clearTimeout(lost);
      lost = setTimeout(() => setView(undefined), lostAfterMs);
      setView(view);
    });
    return () => {
      clearTimeout(lost);
      stop();
    };
  }, [engine]);
  return view;
}
