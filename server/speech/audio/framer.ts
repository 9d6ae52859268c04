import { frameSamples } from '../activity/contract.ts';

export interface Frame {
  /** `frameSamples` of them. */
  samples: Float32Array;
  /** When its last sample arrived, on `performance.now()`'s clock. */
  arrivedAt: number;
}

/** Cuts audio of any length into frames. */
export class Framer {
  #rest = new Float32Array(0);

  /** The frames that these samples complete. */
  add(samples: Float32Array, arrivedAt: number): Frame[] {
    const all = new Float32Array(this.#rest.length + samples.length);
    all.set(this.#rest);
    all.set(samples, this.#rest.length);
    const frames: Frame[] = [];
    let at = 0;
    for (; at + frameSamples <= all.length; at += frameSamples)
      frames.push({ samples: all.slice(at, at + frameSamples), arrivedAt });
    this.#rest = all.slice(at);
    return frames;
  }

  /** The incomplete last frame, filled up with silence; none when nothing is left. */
  end(arrivedAt: number): Frame[] {
    if (this.#rest.length === 0) return [];
    const samples = new Float32Array(frameSamples);
    samples.set(this.#rest);
    this.#rest = new Float32Array(0);
    return [{ samples, arrivedAt }];
  }
}
