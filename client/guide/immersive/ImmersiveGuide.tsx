import { IconAugmentedReality } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { ViewPose } from '#protocol/call/drawing';
import type { Guide, GuidePart } from '#protocol/guide';
import type { ImmersiveStage, ImmersiveState } from '../../ar/immersive/index.ts';
import type { GuideModel } from '../../ar/index.ts';
import type { CallScene } from '../call/use-call-guide.ts';
import stageStyles from '../stage/GuideStage.module.css';
import styles from './ImmersiveGuide.module.css';
import { Overlay } from './Overlay.tsx';
import { useRoomWords } from './words.ts';

export interface ImmersiveGuideProps {
  guide: Guide;
  /** `undefined` until it is loaded. It is taken into the room while a session lasts, and put back afterwards. */
  model: GuideModel | undefined;
  /** 0 is laying out, then the steps from 1, then the finished product. */
  place: number;
  /** Changes when the step is to be shown once more. */
  repeats: number;
  /** A part somebody asked to see; a new object each time. */
  shown: { part: string } | undefined;
  /** A call that needs the camera too, and shows where the phone is instead. */
  call: CallScene | undefined;
  /** A part was tapped in the room. */
  onTap: (part: string) => void;
  /** The room has the model now, or has given it back. */
  onActive: (active: boolean) => void;
  /** What stays within reach of the thumb while the product stands in the room. */
  children: ReactNode;
}

/** `off` before and after a session, `opening` while the phone asks for the camera, `failed` where it gave none. */
type RoomState = 'off' | 'opening' | 'failed' | Exclude<ImmersiveState, 'ended'>;

interface ImmersiveRoom {
  state: RoomState;
  stage: RefObject<ImmersiveStage | undefined>;
  /** Call it in a click handler: phones open the camera view for a person only. */
  open: () => Promise<void>;
}

interface RoomEvents {
  /** Before the phone is asked for its camera; the session waits for it. */
  opening: () => Promise<void>;
  /** The session is over, or there was none. */
  closed: () => void;
  tap: (node: string) => void;
  /** Where the phone is in the product's axes. */
  view: (view: ViewPose) => void;
}

/** The product in the room, one session after the other; a new model or leaving the page ends it. */
function useImmersiveStage(
  model: GuideModel | undefined,
  overlay: RefObject<HTMLElement | null>,
  labels: RefObject<HTMLElement | null>,
  on: RoomEvents,
): ImmersiveRoom {
  const [state, setState] = useState<RoomState>('off');
  const stage = useRef<ImmersiveStage>(undefined);
  const heard = useRef(on);
  heard.current = on;

  // The code is there before the button is pressed, so that the press itself opens the session.
  useEffect(() => {
    if (model) void import('../../ar/immersive/index.ts');
    return () => {
      void stage.current?.end();
    };
  }, [model]);

  const open = async () => {
    const elements = overlay.current &&
      labels.current && { overlay: overlay.current, labels: labels.current };
    if (!model || !elements || stage.current) return;
    setState('opening');
    try {
      const { ImmersiveStage } = await import('../../ar/immersive/index.ts');
      await heard.current.opening();
      const opened = new ImmersiveStage({
        model,
        ...elements,
        reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
        onTap: (node) => heard.current.tap(node),
        onView: (view) => heard.current.view(view),
        onState: (now) => {
          if (now === 'ended') closed();
          setState((before) => (now !== 'ended' ? now : before === 'opening' ? 'failed' : 'off'));
        },
      });
      stage.current = opened;
      await opened.start();
    } catch (error) {
      console.warn(error);
      closed();
      setState('failed');
    }
    function closed() {
      stage.current = undefined;
      heard.current.closed();
    }
  };
  return { state, stage, open };
}

/** The button that takes the product into the room, and everything that is shown there. */
export function ImmersiveGuide(props: ImmersiveGuideProps) {
  const { guide, model, place, repeats, shown, call, onTap, onActive, children } = props;
  const t = useRoomWords();
  const overlay = useRef<HTMLDivElement>(null);
  const labels = useRef<HTMLDivElement>(null);
  const [part, setPart] = useState<GuidePart>();
  const room = useImmersiveStage(model, overlay, labels, {
    opening: async () => call?.enterRoom(),
    closed: () => call?.leaveRoom(),
    view: (view) => call?.tellView(view),
    tap(node) {
      const tapped = guide.parts.find(({ nodes }) => nodes.includes(node));
      if (tapped) onTap(tapped.id);
    },
  });
  const { state, stage } = room;
  const active = state === 'searching' || state === 'aiming' || state === 'placed';
  const heard = useRef(onActive);
  heard.current = onActive;

  useEffect(() => {
    if (!active) return;
    heard.current(true);
    return () => heard.current(false);
  }, [active]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `repeats` asks for the same place once more
  useEffect(() => {
    if (active) stage.current?.showPlace(place);
    setPart(undefined);
  }, [active, place, repeats, stage]);

  useEffect(() => {
    const found = guide.parts.find(({ id }) => id === shown?.part);
    if (!found || !active) return;
    stage.current?.focus(found.nodes);
    setPart(found);
  }, [active, guide, shown, stage]);

  return (
    <>
      <button
        type="button"
        className={styles.open}
        disabled={!model || active || state === 'opening'}
        onClick={() => void room.open()}
      >
        <IconAugmentedReality size={26} aria-hidden="true" />
        {state === 'opening' ? t.opening : t.open}
      </button>
      {state === 'failed' && (
        <p className={styles.failed} role="status">
          {t.failed}
        </p>
      )}
      {createPortal(
        <div ref={overlay} className={styles.overlay} data-room={state} hidden={!active}>
          <div ref={labels} className={stageStyles.labels} />
          {active && (
            <Overlay guide={guide} place={place} part={part} room={state} stage={stage}>
              {children}
            </Overlay>
          )}
        </div>,
        document.body,
      )}
    </>
  );
}
