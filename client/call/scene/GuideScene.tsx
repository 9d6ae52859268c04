import { useCallback, useEffect, useRef, useState } from 'react';
import type { ViewPose } from '#protocol/call/drawing';
import type { CallGuide } from '#protocol/call/room';
import { newId } from '../../new-id.ts';
import type { CallEngine } from '../contract.ts';
import { useCallSnapshot } from '../use-call-snapshot.ts';
import { useCallWords } from '../words.ts';
import styles from './GuideScene.module.css';
import type { OpenedScene } from './open-remote-stage.ts';
import { type SceneTool, SceneTools } from './SceneTools.tsx';
import { useCustomerView } from './use-customer-view.ts';

export interface GuideSceneProps {
  engine: CallEngine;
  guide: CallGuide;
}

type Loading = { share: number } | 'shown' | 'failed';

/**
 * What the customer builds, as they see it: from their phone's viewpoint while they are in AR, or looked around freely.
 * A press lets the part glow for both, or pins a note to the spot.
 */
export function GuideScene({ engine, guide }: GuideSceneProps) {
  const t = useCallWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const opened = useRef<OpenedScene>(undefined);
  const [loading, setLoading] = useState<Loading>({ share: 0 });
  const [tool, setTool] = useState<SceneTool>('part');
  const [note, setNote] = useState('');
  const press = useRef<(part: string, at: [number, number, number]) => void>(() => {});
  press.current = (part, at) => {
    if (tool === 'part') void engine.pointAtPart(part === guide.part ? null : part);
    else {
      engine.draw(pin(at, note));
      setNote('');
    }
  };

  useEffect(() => {
    if (!canvas.current) return;
    const ended = new AbortController();
    setLoading({ share: 0 });
    open(guide.slug, canvas.current, ended.signal).catch((error: unknown) => {
      console.error(error);
      if (!ended.signal.aborted) setLoading('failed');
    });
    async function open(slug: string, element: HTMLCanvasElement, signal: AbortSignal) {
      const { openRemoteStage } = await import('./open-remote-stage.ts');
      const scene = await openRemoteStage(slug, element, {
        progress: (share) => setLoading((now) => (typeof now === 'string' ? now : { share })),
        press: (part, at) => press.current(part, at),
      });
      if (signal.aborted) return scene.dispose();
      opened.current = scene;
      setLoading('shown');
    }
    return () => {
      ended.abort();
      opened.current?.dispose();
      opened.current = undefined;
    };
  }, [guide.slug]);

  const { room } = useCallSnapshot(engine);
  const shown = loading === 'shown';
  useEffect(() => {
    if (shown) opened.current?.stage.showPlace(guide.step);
  }, [shown, guide.step]);
  useEffect(() => {
    const part = opened.current?.guide.parts.find(({ id }) => id === guide.part);
    if (shown) opened.current?.stage.point(part?.nodes ?? []);
  }, [shown, guide.part]);
  useEffect(() => {
    if (shown) opened.current?.stage.showMarks(room?.marks ?? []);
  }, [shown, room?.marks]);

  const follows = useRef(guide.follow);
  follows.current = guide.follow;
  const onView = useCallback((view: ViewPose) => {
    if (follows.current) opened.current?.stage.follow(view);
  }, []);
  const known = useCustomerView(engine, onView);
  useEffect(() => {
    if (!guide.follow || !known) opened.current?.stage.follow(undefined);
  }, [guide.follow, known]);

  return (
    <section className={styles.scene} aria-label={t.scene.label} data-state={shown ? 'shown' : 'waiting'}>
      <canvas ref={canvas} className={styles.canvas} data-tool={tool} />
      {loading === 'failed' && (
        <p className={styles.waiting} role="status">
          {t.scene.failed}
        </p>
      )}
      {typeof loading === 'object' && (
        <progress className={styles.progress} max={1} value={loading.share} aria-label={t.scene.loading} />
      )}
      <SceneTools
        steps={opened.current?.guide.steps.length ?? 0}
        guide={guide}
        viewKnown={known}
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
