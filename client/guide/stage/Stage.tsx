import { IconRulerMeasure } from '@tabler/icons-react';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Guide } from '#protocol/guide';
import { useLanguage } from '../../i18n/index.ts';
import type { CallScene } from '../call/call-scene.ts';
import { useImmersiveGuide } from '../immersive/index.ts';
import { useQuickLook } from '../quick-look/index.ts';
import { useGuideWords } from '../words.ts';
import type { OpenedStage } from './open-stage.ts';
import styles from './Stage.module.css';

export interface StageProps {
  guide: Guide | undefined;
  place: number;
  /** Changes when the step is to be shown once more. */
  repeats: number;
  /** A part somebody asked to see; a new object each time. */
  shown: { part: string } | undefined;
  /** What a call shows here, while there is one. */
  call: CallScene | undefined;
  onTap: (part: string) => void;
  onPicture: (part: string, address: string) => void;
  /** The product stands in the room now, over the camera's picture, or is back. */
  inRoom: boolean;
  onRoom: (inRoom: boolean) => void;
  /** What stays within reach while it stands there. */
  children: ReactNode;
}

const noCall: Pick<CallScene, 'marks' | 'part'> = { marks: [], part: undefined };

type Loading = { share: number } | 'shown' | 'failed';

/** The product in 3D. Everything around it works without it. */
export function Stage(props: StageProps) {
  const { guide, place, repeats, shown, call, onTap, onPicture, inRoom, onRoom, children } = props;
  const t = useGuideWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const labels = useRef<HTMLDivElement>(null);
  const opened = useRef<OpenedStage>(undefined);
  const heard = useRef({ onTap, onPicture });
  heard.current = { onTap, onPicture };
  const [loading, setLoading] = useState<Loading>({ share: 0 });
  const [apart, setApart] = useState(0);
  const [measured, setMeasured] = useState(false);
  const { format } = useLanguage();
  const ImmersiveGuide = useImmersiveGuide();
  const QuickLook = useQuickLook();

  useEffect(() => {
    const elements = canvas.current && labels.current && { canvas: canvas.current, labels: labels.current };
    if (!guide || !elements) return;
    const ended = new AbortController();
    open(guide, elements, ended.signal).catch((error: unknown) => {
      console.error(error);
      if (!ended.signal.aborted) setLoading('failed');
    });
    async function open(
      guide: Guide,
      elements: { canvas: HTMLCanvasElement; labels: HTMLElement },
      signal: AbortSignal,
    ) {
      const { openStage, takePartPictures } = await import('./open-stage.ts');
      const stage = await openStage(guide, elements, {
        progress: (share) => setLoading((now) => (typeof now === 'string' ? now : { share })),
        tap: (node) => {
          const part = guide.parts.find(({ nodes }) => nodes.includes(node));
          if (part) heard.current.onTap(part.id);
        },
        reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
      });
      if (signal.aborted) return stage.dispose();
      opened.current = stage;
      setLoading('shown');
      await takePartPictures(stage.model, (part, address) => heard.current.onPicture(part, address), signal);
    }
    return () => {
      ended.abort();
      opened.current?.dispose();
      opened.current = undefined;
    };
  }, [guide]);

  const steps = guide?.steps.length ?? 0;
  const before = useRef({ place: -1, repeats: 0 });
  // Before the page is painted: "shown" and the picture itself come in one frame.
  useLayoutEffect(() => {
    const stage = opened.current?.stage;
    if (!stage || loading !== 'shown') return;
    if (inRoom) return stage.rest();
    const again = before.current.place === place && repeats > before.current.repeats;
    const first = before.current.place < 0;
    before.current = { place, repeats };
    if (!again) {
      setApart(0);
      stage.explode(0);
    }
    if (place === 0 || place > steps) stage.showFinished(first);
    else if (again) stage.replay();
    else stage.showStep(place - 1, first);
  }, [place, repeats, steps, loading, inRoom]);

  useEffect(() => {
    const nodes = guide?.parts.find(({ id }) => id === shown?.part)?.nodes;
    if (nodes && loading === 'shown' && !inRoom) opened.current?.stage.focus(nodes);
  }, [shown, guide, loading, inRoom]);

  const { marks, part } = call ?? noCall;
  useEffect(() => {
    const nodes = guide?.parts.find(({ id }) => id === part)?.nodes;
    if (loading === 'shown') opened.current?.stage.point(nodes ?? []);
  }, [part, guide, loading]);
  useEffect(() => {
    if (loading === 'shown') opened.current?.stage.showMarks(marks);
  }, [marks, loading]);

  useEffect(() => {
    if (loading === 'shown' && !inRoom)
      opened.current?.stage.showDimensions(measured ? format.length : undefined);
  }, [measured, format, loading, inRoom]);

  return (
    <section className={styles.stage} aria-label={t.stage.label} data-state={stateOf(loading)}>
      <canvas ref={canvas} className={styles.canvas} />
      <div ref={labels} className={styles.labels} />
      {loading !== 'shown' && <Waiting loading={loading} />}
      {guide && ImmersiveGuide && (
        <div className={styles.room}>
          <ImmersiveGuide
            guide={guide}
            model={loading === 'shown' ? opened.current?.model : undefined}
            place={place}
            repeats={repeats}
            shown={shown}
            call={call}
            onTap={onTap}
            onActive={onRoom}
          >
            {children}
          </ImmersiveGuide>
        </div>
      )}
      {guide && QuickLook && loading === 'shown' && (
        <div className={styles.room}>
          <QuickLook guide={guide} place={place} />
        </div>
      )}
      <button
        type="button"
        className={styles.dimensions}
        aria-label={t.stage.dimensions}
        aria-pressed={measured}
        disabled={loading !== 'shown'}
        onClick={() => setMeasured(!measured)}
      >
        <IconRulerMeasure size={26} stroke={1.8} />
      </button>
      <label className={styles.apart}>
        <span>{t.stage.together}</span>
        <input
          type="range"
          min={0}
          max={100}
          value={apart}
          disabled={loading !== 'shown'}
          aria-label={t.stage.explode}
          onChange={(event) => {
            setApart(event.target.valueAsNumber);
            opened.current?.stage.explode(event.target.valueAsNumber / 100);
          }}
        />
        <span>{t.stage.apart}</span>
      </label>
    </section>
  );
}

const stateOf = (loading: Loading) => (typeof loading === 'string' ? loading : 'loading');

function Waiting({ loading }: { loading: Exclude<Loading, 'shown'> }) {
  const t = useGuideWords();
  if (loading === 'failed') {
    return (
      <p className={styles.waiting} role="status">
        {t.stage.failed}
      </p>
    );
  }
  return (
    <div className={styles.waiting}>
      <progress className={styles.progress} max={1} value={loading.share} aria-label={t.stage.loading} />
      <span>{t.stage.loading}</span>
    </div>
  );
}
