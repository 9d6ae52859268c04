import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { Mark, ViewPose } from '#protocol/call/drawing';
import type { CallEngine } from '../../call/contract.ts';
import { CameraForRoom } from './camera-for-room.ts';
import { StepsFromAfar } from './steps-from-afar.ts';

export interface CallGuideOptions {
  /** While the customer is in a call. */
  engine: CallEngine | undefined;
  slug: string;
  place: number;
  /** The product stands in the room: the camera is taken. */
  inRoom: boolean;
  onStep: (step: number) => void;
  /** Staff point at a part. */
  onPart: (part: string) => void;
}

const never = () => () => undefined;

/** The guide as the call has it: staff's step is gone to, the part they point at and what they pin to it is shown. */
export function useCallGuide(options: CallGuideOptions): CallScene | undefined {
  const { engine, slug, place, inRoom, onStep, onPart } = options;
  const subscribe = engine?.subscribe ?? never;
  const open = useSyncExternalStore(subscribe, () => engine?.getSnapshot().room?.guide);
  const marks = useSyncExternalStore(subscribe, () => engine?.getSnapshot().room?.marks);
  const guide = open?.slug === slug ? open : undefined;
  const heard = useRef({ onStep, onPart });
  heard.current = { onStep, onPart };
  const steps = useRef(new StepsFromAfar());
  const step = guide?.step;
  const part = guide?.part;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another call begins anew
  useEffect(() => {
    steps.current = new StepsFromAfar();
  }, [engine]);
  useEffect(() => steps.current.went(place), [place]);
  useEffect(() => {
    const to = step === undefined ? undefined : steps.current.told(step);
    if (to !== undefined) heard.current.onStep(to);
  }, [step]);
  /** Pressed here: it comes back as the call's, and is in sight already. */
  const pressed = useRef<string>(undefined);
  useEffect(() => {
    if (part !== undefined && part !== pressed.current) heard.current.onPart(part);
    pressed.current = undefined;
  }, [part]);

  const camera = useMemo(() => engine && new CameraForRoom(engine), [engine]);
  // A call that begins while the product stands in the room.
  useEffect(() => {
    if (inRoom) void camera?.lend();
  }, [camera, inRoom]);

  return useMemo(() => {
    if (!engine || !camera || !marks) return undefined;
    return {
      marks,
      part: step === place ? part : undefined,
      press(tapped) {
        if (step === undefined) return;
        pressed.current = tapped;
        void engine.pointAtPart(tapped === part ? null : tapped);
      },
      enterRoom: () => camera.lend(),
      leaveRoom: () => camera.takeBack(),
      tellView: (view) => engine.sendView(view),
    };
  }, [engine, camera, marks, step, part, place]);
}

/** What a call shows in the product's own space, and what it wants to know of it. */
export interface CallScene {
  /** Marks on every surface; the same array as long as nothing changed. */
  marks: readonly Mark[];
  /** The part that is pointed at in the step shown. */
  part: string | undefined;
  /** The person pressed a part in 3D: everybody in the call sees it glow, or no longer. */
  press(part: string): void;
  /** The room view is about to begin. Resolves when the camera is free. */
  enterRoom(): Promise<void>;
  /** It is over, or could not begin. */
  leaveRoom(): void;
  /** Where the phone is in the product's axes. */
  tellView(view: ViewPose): void;
}
