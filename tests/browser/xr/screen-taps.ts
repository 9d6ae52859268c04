import {
  P_DEVICE,
  P_SPACE,
  type XRDevice,
  type XRFrame,
  XRInputSource,
  XRInputSourceEvent,
  XRSpace,
} from 'iwer';
import { aimAt } from './rotation.ts';

type Step = (frame: XRFrame) => void;

/**
 * Fingers on the screen as input sources of the kind `screen`: there while they touch, their ray through the point
 * touched. Goes by the WebXR and DOM overlay specifications: `beforexrselect` at the element first, then `selectstart`,
 * `select`, `selectend`, each in a frame of its own.
 */
export class ScreenTaps {
  readonly #phone: XRDevice;
  readonly #ray: XRSpace;
  readonly #finger: XRInputSource;
  readonly #steps: Step[] = [];
  #touching: XRInputSource[] = [];
  #pressed = false;

  constructor(phone: XRDevice) {
    this.#phone = phone;
    const state = phone[P_DEVICE];
    this.#ray = new XRSpace(state.viewerSpace);
    this.#finger = new XRInputSource('none' as never, 'screen' as never, ['generic-touchscreen'], this.#ray);
    Object.defineProperty(phone, 'inputSources', { get: () => this.#touching });
    Object.defineProperty(phone, 'activeInputs', { get: () => [] });
    const begin = state.onFrameStart;
    state.onFrameStart = (frame) => {
      begin(frame);
      this.#steps.shift()?.(frame);
    };
  }

  /** Takes the touches on an element until the function it answers is called. */
  listen(element: HTMLElement): () => void {
    element.addEventListener('pointerdown', this.#down);
    element.addEventListener('pointerup', this.#up);
    return () => {
      element.removeEventListener('pointerdown', this.#down);
      element.removeEventListener('pointerup', this.#up);
    };
  }

  readonly #down = (event: PointerEvent): void => {
    const asked = new Event('beforexrselect', { bubbles: true, cancelable: true });
    if (!event.target?.dispatchEvent(asked)) return;
    this.#aim(event);
    this.#pressed = true;
    this.#steps.push(() => {
      this.#touching = [this.#finger];
    }, this.#fire('selectstart'));
  };

  readonly #up = (event: PointerEvent): void => {
    if (!this.#pressed) return;
    this.#pressed = false;
    this.#aim(event);
    this.#steps.push(this.#fire('select'), this.#fire('selectend'), () => {
      this.#touching = [];
    });
  };

  #fire(type: 'selectstart' | 'select' | 'selectend'): Step {
    return (frame) => {
      frame.session.dispatchEvent(new XRInputSourceEvent(type, { frame, inputSource: this.#finger }));
    };
  }

  #aim({ clientX, clientY }: PointerEvent): void {
    const tangent = Math.tan(this.#phone.fovy / 2);
    const x = ((clientX / innerWidth) * 2 - 1) * tangent * (innerWidth / innerHeight);
    const y = (1 - (clientY / innerHeight) * 2) * tangent;
    this.#ray[P_SPACE].offsetMatrix = aimAt([x, y, -1]);
  }
}
