import { activityFrameMs } from './contract.ts';

/** Speech begins at this probability and, once begun, goes on until it falls below the lower one. */
const begins = 0.5;
const goesOn = 0.35;
/** So many frames (64 ms) in a row are speech and not a click. */
const onsetFrames = 2;
/** After so many silent frames the higher threshold counts again: breath and echo do not hold an utterance open. */
const quietFrames = 3;

export type Heard =
  /** No utterance, and none begins. */
  | 'nothing'
  /** An utterance begins with this frame, or rather with the few before it. */
  | 'start'
  | 'speech'
  /** Silence inside an utterance, or the end of it. */
  | 'silence';

/** Makes speech and silence out of the probabilities of frames. */
export class SpeechGate {
  #open = false;
  #loudFrames = 0;
  #silentFrames = 0;

  /** How long the utterance has been silent. */
  get silentMs(): number {
    return this.#silentFrames * activityFrameMs;
  }

  next(probability: number): Heard {
    this.#loudFrames = probability >= begins ? this.#loudFrames + 1 : 0;
    if (!this.#open) {
      if (this.#loudFrames < onsetFrames) return 'nothing';
      this.#open = true;
      this.#silentFrames = 0;
      return 'start';
    }
    const threshold = this.#silentFrames < quietFrames ? goesOn : begins;
    if (probability < threshold) {
      this.#silentFrames++;
      return 'silence';
    }
    this.#silentFrames = 0;
    return 'speech';
  }

  /** The utterance is over: the next speech begins another. */
  end(): void {
    this.#open = false;
    this.#loudFrames = 0;
    this.#silentFrames = 0;
  }
}
