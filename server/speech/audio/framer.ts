import { activityFrameSamples } from '../activity/contract.ts';

export interface AudioFrame {
  /** `activityFrameSamples` of them. */
  samples: Float32Array;
  /** When its last sample arrived, on `performance.now()`'s clock. */
  arrivedAt: number;
}

/** Cuts audio of any length into frames. */
export class Framer {
  #rest = new Float32Array(0);

  /** The frames that these samples complete. */
  add(samples: Float32Array, arrivedAt: number): AudioFrame[] {
    const all = new Float32Array(this.#rest.length + samples.length);
    all.set(this.#rest);
    all.set(samples, this.#rest.length);
    const frames: AudioFrame[] = [];
    let at = 0;
    for (; at + activityFrameSamples <= all.length; at += activityFrameSamples)
      frames.push({ samples: all.slice(at, at + activityFrameSamples), arrivedAt });
    this.#rest = all.slice(at);
    return frames;
  }

  /** The incomplete last frame, filled up with silence; none when nothing is left. */
  end(arrivedAt: number): AudioFrame[] {
    if (this.#rest.length === 0) return [];
    const samples = new Float32Array(activityFrameSamples);
    samples.set(this.#rest);
    this.#rest = new Float32Array(0);
    return [{ samples, arrivedAt }];
  }
}
