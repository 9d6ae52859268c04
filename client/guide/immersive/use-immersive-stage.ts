import { type RefObject, useEffect, useRef, useState } from 'react';
import type { ViewPose } from '#protocol/call/drawing';
import type { ImmersiveStage, ImmersiveState } from '../../ar/immersive/index.ts';
import type { GuideModel } from '../../ar/index.ts';

/** `off` before and after a session, `opening` while the phone asks for the camera, `failed` where it gave none. */
export type RoomState = 'off' | 'opening' | 'failed' | Exclude<ImmersiveState, 'ended'>;

export interface ImmersiveRoom {
  state: RoomState;
  stage: RefObject<ImmersiveStage | undefined>;
  /** Call it in a click handler: phones open the camera view for a person only. */
  open: () => Promise<void>;
}

export interface RoomEvents {
  /** Before the phone is asked for its camera; the session waits for it. */
  opening: () => Promise<void>;
  /** The session is over, or there was none. */
  closed: () => void;
  tap: (node: string) => void;
  /** Where the phone is in the product's axes. */
  view: (view: ViewPose) => void;
}

/** The product in the room, one session after the other; a new model or leaving the page ends it. */
export function useImmersiveStage(
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
