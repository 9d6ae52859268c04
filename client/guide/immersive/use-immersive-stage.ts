import { type RefObject, useEffect, useRef, useState } from 'react';
import type { GuideModel } from '../../ar/guide-model.ts';
import type { ImmersiveStage, ImmersiveState } from '../../ar/immersive/immersive-stage.ts';
import { accent } from '../stage/model-source.ts';

/** `off` before and after a session, `opening` while the phone asks for the camera, `failed` where it gave none. */
export type RoomState = 'off' | 'opening' | 'failed' | Exclude<ImmersiveState, 'ended'>;

export interface Room {
  state: RoomState;
  stage: RefObject<ImmersiveStage | undefined>;
  /** Call it in a click handler: phones open the camera view for a person only. */
  open: () => Promise<void>;
}

/** The product in the room, one session after the other; a new model or leaving the page ends it. */
export function useImmersiveStage(
  model: GuideModel | undefined,
  overlay: RefObject<HTMLElement | null>,
  labels: RefObject<HTMLElement | null>,
  onTap: (node: string) => void,
): Room {
  const [state, setState] = useState<RoomState>('off');
  const stage = useRef<ImmersiveStage>(undefined);
  const heard = useRef(onTap);
  heard.current = onTap;

  // The code is there before the button is pressed, so that the press itself opens the session.
  useEffect(() => {
    if (model) void import('../../ar/immersive/immersive-stage.ts');
    return () => {
      void stage.current?.end();
    };
  }, [model]);

  const open = async () => {
    if (!model || !overlay.current || !labels.current || stage.current) return;
    setState('opening');
    try {
      const { ImmersiveStage } = await import('../../ar/immersive/immersive-stage.ts');
      const opened = new ImmersiveStage({
        model,
        overlay: overlay.current,
        labels: labels.current,
        accent,
        reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
        onTap: (node) => heard.current(node),
        onState: (now) => {
          if (now === 'ended') stage.current = undefined;
          setState((before) => (now !== 'ended' ? now : before === 'opening' ? 'failed' : 'off'));
        },
      });
      stage.current = opened;
      await opened.start();
    } catch (error) {
      console.warn(error);
      stage.current = undefined;
      setState('failed');
    }
  };
  return { state, stage, open };
}
