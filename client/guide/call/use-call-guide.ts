import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { Mark, ViewPose } from '#protocol/call/drawing';
import type { CallEngine } from '../../call/contract.ts';

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

/** A step that was passed here counts as an echo for so long when the call names it. */
const echoMs = 5_000;

/**
 * Tells a step that staff chose from the echo of one that was taken here: without it, two quick presses of "next" would
 * be taken back when the call tells of the first.
 */
export class StepsFromAfar {
  readonly #now: () => number;
  #own: { step: number; at: number }[] = [];
  #told: number | undefined;
  /** Where staff sent this page just now. */
  #sent: number | undefined;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** This page went there. */
  went(step: number): void {
    if (step !== this.#sent) this.#own.push({ step, at: this.#now() });
    this.#sent = undefined;
  }

  /** The call says where the guide stands: answers where to go, if anywhere. */
  told(step: number): number | undefined {
    const before = this.#told;
    this.#told = step;
    this.#own = this.#own.filter(({ at }) => this.#now() - at < echoMs);
    if (before === undefined || before === step) return undefined;
    const echo = this.#own.findIndex((own) => own.step === step);
    if (echo < 0) {
      this.#sent = step;
      return step;
    }
    this.#own = this.#own.slice(echo + 1);
    return undefined;
  }
}

type Engine = Pick<CallEngine, 'subscribe' | 'getSnapshot' | 'setCamera' | 'setImmersive'>;

/** The phone's camera, lent by a call to the room view: WebXR and a call cannot both have it. */
export class CameraForRoom {
  readonly #engine: Engine;
  #lent = false;
  #wasOn = false;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Resolves once the camera is free; that the others know takes longer, and a press opens the room for a moment only. */
  async lend(): Promise<void> {
    if (this.#lent) return;
    this.#lent = true;
    this.#wasOn = this.#on;
    void this.#engine.setImmersive(true);
    if (!this.#wasOn) return;
    void this.#engine.setCamera(false);
    await this.#off();
  }

  /** The room view is over: the call sees what it saw before. */
  takeBack(): void {
    if (!this.#lent) return;
    this.#lent = false;
    void this.#engine.setImmersive(false);
    if (this.#wasOn) void this.#engine.setCamera(true);
  }

  get #on(): boolean {
    return this.#engine.getSnapshot().own.camera === 'on';
  }

  #off(): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (this.#on) return;
        stop();
        resolve();
      };
      const stop = this.#engine.subscribe(look);
      look();
    });
  }
}

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
