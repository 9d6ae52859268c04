import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { CallEngine } from '../../call/contract.ts';
import { StepsFromAfar } from './steps-from-afar.ts';

export interface CallGuideOptions {
  /** While the customer is in a call. */
  engine: CallEngine | undefined;
  slug: string;
  place: number;
  /** The product stands in the room: the camera is taken. */
  inRoom: boolean;
  onStep: (step: number) => void;
  onPart: (part: string) => void;
}

const never = () => () => undefined;

/** The guide as the call has it: staff's step is gone to, the part they point at is shown. */
export function useCallGuide({ engine, slug, place, inRoom, onStep, onPart }: CallGuideOptions): void {
  const guide = useSyncExternalStore(engine?.subscribe ?? never, () => engine?.getSnapshot().room?.guide);
  const heard = useRef({ onStep, onPart });
  heard.current = { onStep, onPart };
  const steps = useRef(new StepsFromAfar());
  const step = guide?.slug === slug ? guide.step : undefined;
  const part = guide?.slug === slug ? guide.part : undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another call begins anew
  useEffect(() => {
    steps.current = new StepsFromAfar();
  }, [engine]);
  useEffect(() => steps.current.went(place), [place]);
  useEffect(() => {
    const to = step === undefined ? undefined : steps.current.told(step);
    if (to !== undefined) heard.current.onStep(to);
  }, [step]);
  useEffect(() => {
    if (part !== undefined) heard.current.onPart(part);
  }, [part]);

  const shownBefore = useRef(false);
  useEffect(() => {
    if (!engine || !inRoom) return;
    shownBefore.current = engine.getSnapshot().own.camera === 'on';
    void engine.setCamera(false).then(() => engine.setImmersive(true));
    return () => {
      void engine.setImmersive(false);
      if (shownBefore.current) void engine.setCamera(true);
    };
  }, [engine, inRoom]);
}
