import { IconRulerMeasure } from '@tabler/icons-react';
import { type ComponentType, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Guide } from '#protocol/guide';
import type { GuideModel, takePartPictures } from '../../ar/index.ts';
import { useLanguage } from '../../i18n/index.ts';
import type { CallScene } from '../call/use-call-guide.ts';
import { useImmersiveGuide } from '../immersive/index.ts';
import { useQuickLook } from '../quick-look/index.ts';
import { useGuideWords } from '../words.ts';
import styles from './GuideStage.module.css';
import type { ProductViewProps } from './ProductView.tsx';

export interface GuideStageProps {
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
const noPieces: readonly string[] = [];

type Loading = { share: number } | 'shown' | 'failed';

/** What draws, once it is here. */
interface OpenedProduct {
  model: GuideModel;
  View: ComponentType<ProductViewProps>;
  takePartPictures: typeof takePartPictures;
}

/** The product in 3D. Everything around it works without it. */
export function GuideStage(props: GuideStageProps) {
  const { guide, place, repeats, shown, call, onTap, onPicture, inRoom, onRoom, children } = props;
  const t = useGuideWords();
  const heard = useRef({ onTap, onPicture });
  heard.current = { onTap, onPicture };
  const [opened, setOpened] = useState<OpenedProduct>();
  const [loading, setLoading] = useState<Loading>({ share: 0 });
  const [pulled, setPulled] = useState({ at: place, percent: 0 });
  const [measured, setMeasured] = useState(false);
  const [still] = useState(() => matchMedia('(prefers-reduced-motion: reduce)').matches);
  const { format } = useLanguage();
  const ImmersiveGuide = useImmersiveGuide();
  const QuickLook = useQuickLook();
  // Another place comes together by itself.
  const percent = pulled.at === place ? pulled.percent : 0;

  const onFailed = useCallback((error: unknown) => {
    console.error(error);
    setLoading('failed');
  }, []);
  // "Shown" and the picture itself come in one frame.
  const onShown = useCallback(() => flushSync(() => setLoading('shown')), []);

  useEffect(() => {
    if (!guide) return;
    let model: GuideModel | undefined;
    let ended = false;
    open(guide).catch((error: unknown) => {
      if (!ended) onFailed(error);
    });
    async function open(guide: Guide) {
      const { openModel, ProductView, takePartPictures } = await import('./ProductView.tsx');
      const loaded = await openModel(guide.slug, guide, (share) =>
        setLoading((now) => (typeof now === 'string' ? now : { share })),
      );
      if (ended) return loaded.dispose();
      model = loaded;
      setOpened({ model, View: ProductView, takePartPictures });
    }
    return () => {
      ended = true;
      setOpened(undefined);
      model?.dispose();
    };
  }, [guide, onFailed]);

  useEffect(() => {
    if (!opened || loading !== 'shown') return;
    const left = new AbortController();
    opened
      .takePartPictures(opened.model, (part, address) => heard.current.onPicture(part, address), left.signal)
      .catch((error: unknown) => console.error(error));
    return () => left.abort();
  }, [opened, loading]);

  const { marks, part } = call ?? noCall;
  const nodesOf = (id: string | undefined) => guide?.parts.find((part) => part.id === id)?.nodes;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same part asked for again is another object
  const asked = useMemo(() => {
    const nodes = nodesOf(shown?.part);
    return nodes && { nodes };
  }, [shown, guide]);

  return (
    <section className={styles.stage} aria-label={t.stage.label} data-state={stateOf(loading)}>
      {opened && (
        <opened.View
          model={opened.model}
          place={place}
          repeats={repeats}
          apart={inRoom ? 0 : percent / 100}
          asked={asked}
          pointed={nodesOf(part) ?? noPieces}
          marks={marks}
          measures={measured ? format.length : null}
          resting={inRoom}
          still={still}
          onTap={(node) => {
            const tapped = guide?.parts.find(({ nodes }) => nodes.includes(node));
            if (tapped) heard.current.onTap(tapped.id);
          }}
          onShown={onShown}
          onFailed={onFailed}
        />
      )}
      {loading !== 'shown' && <Waiting loading={loading} />}
      {guide && ImmersiveGuide && (
        <div className={styles.room}>
          <ImmersiveGuide
            guide={guide}
            model={loading === 'shown' ? opened?.model : undefined}
            place={place}
            repeats={repeats}
            shown={shown}
            call={call}
            onTap={onTap}
            onActive={(active) => {
              setPulled({ at: place, percent: 0 });
              onRoom(active);
            }}
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
          value={percent}
          disabled={loading !== 'shown'}
          aria-label={t.stage.explode}
          onChange={(event) => setPulled({ at: place, percent: event.target.valueAsNumber })}
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
