import { activityFrameSamples } from '../activity/contract.ts';

const firstCapacity = 16_000 * 8;
/** Loudness is compared over this many frames (160 ms): the gap between words, not within one. */
const gapFrames = 5;

/** The audio of an utterance as it grows, 16 kHz mono, whole frames at a time. */
export class GrowingAudio {
  #samples = new Float32Array(firstCapacity);
  #length = 0;
  /** Mean square of each frame. */
  readonly #energies: number[] = [];

  /** In samples. */
  get length(): number {
    return this.#length;
  }

  add(frame: Float32Array): void {
    if (this.#length + frame.length > this.#samples.length) {
      const larger = new Float32Array(this.#samples.length * 2);
      larger.set(this.#samples);
      this.#samples = larger;
    }
    this.#samples.set(frame, this.#length);
    this.#length += frame.length;
    let energy = 0;
    for (const sample of frame) energy += sample * sample;
    this.#energies.push(energy / frame.length);
  }

  /** A copy of everything so far. */
  copy(): Float32Array {
    return this.#samples.slice(0, this.#length);
  }

  /** Where, from sample `from` on, a cut hurts least: the middle of the quietest 160 ms, on a frame's edge. */
  quietest(from: number): number {
    const first = Math.ceil(from / activityFrameSamples);
    let best = Math.max(first, this.#energies.length - gapFrames);
    let least = Number.POSITIVE_INFINITY;
    for (let at = first; at + gapFrames <= this.#energies.length; at++) {
      let sum = 0;
      for (let i = at; i < at + gapFrames; i++) sum += this.#energies[i] as number;
      if (sum < least) {
        least = sum;
        best = at;
      }
    }
    return Math.min(this.#length, (best + Math.ceil(gapFrames / 2)) * activityFrameSamples);
  }

  /** Splits at a frame's edge: what was before, and a new one that goes on with what was after. */
  split(at: number): { before: Float32Array; after: GrowingAudio } {
    const after = new GrowingAudio();
    for (let start = at; start < this.#length; start += activityFrameSamples)
      after.add(this.#samples.subarray(start, start + activityFrameSamples));
    return { before: this.#samples.slice(0, at), after };
  }
}
