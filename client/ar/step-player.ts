import type { GuideStep } from '#protocol/guide';
import type { GuideModel } from './guide-model.ts';

/** Seconds that a part somebody asked for glows. */
const focusSeconds = 5;

/** Plays the places of a guide on its model: pieces come in, and what is needed glows. */
export class StepPlayer {
  readonly #model: GuideModel;
  readonly #still: boolean;
  #seconds = 0;
  #focusLeft = 0;

  /** `still` shows where everything ends up instead of moving it there. */
  constructor(model: GuideModel, still: boolean) {
    this.#model = model;
    this.#still = still;
  }

  /** Turns to a place, as `GuideModel.showPlace` counts them, and begins to play it. Answers its step. */
  show(place: number): GuideStep | null {
    const step = this.#model.showPlace(place);
    this.#focusLeft = 0;
    this.#begin(step === null);
    return step;
  }

  /** Plays the step shown once more. */
  replay(): void {
    this.#begin(false);
  }

  /** Lets these pieces glow for a while. */
  focus(nodes: readonly string[]): void {
    this.#model.emphasise(nodes);
    this.#focusLeft = focusSeconds;
  }

  /** 0 is together, 1 is far apart. */
  explode(amount: number): void {
    this.#model.explode(amount);
    this.#model.seek(this.#seconds);
  }

  /** Moves on by `seconds`; true as long as something goes on. Allocates nothing. */
  advance(seconds: number): boolean {
    const model = this.#model;
    this.#seconds = Math.min(model.duration, this.#seconds + seconds);
    this.#focusLeft = Math.max(0, this.#focusLeft - seconds);
    model.seek(this.#seconds);
    const moves = !this.#still && (this.#seconds < model.duration || this.#focusLeft > 0);
    const phase = this.#focusLeft > 0 ? focusSeconds - this.#focusLeft : this.#seconds;
    model.pulse(moves ? phase : undefined);
    return moves;
  }

  #begin(atEnd: boolean): void {
    this.#seconds = this.#still || atEnd ? this.#model.duration : 0;
    this.#model.seek(this.#seconds);
  }
}
