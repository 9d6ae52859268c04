import type { CallEngine } from '../../call/contract.ts';

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
