import { signed } from './rtp-packet.ts';

/** A sender's clock that is further off than this has jumped, or counts something else. */
const farthestMs = 3_000;

/** Where in a track a packet belongs, by its sender's clock; by ours where that one cannot be right. */
export class RtpClock {
  readonly #ticksPerMs: number;
  #last: number | undefined;
  #begunAt = 0;
  #ticks = 0;
  #shiftMs = 0;

  /** `rate` in ticks a second. */
  constructor(rate: number) {
    this.#ticksPerMs = rate / 1_000;
  }

  /** Milliseconds since the first packet. `now` in milliseconds, of any clock that goes forward. */
  at(timestamp: number, now: number): number {
    if (this.#last === undefined) this.#begunAt = now;
    else this.#ticks += signed(timestamp - this.#last, 32);
    this.#last = timestamp;
    const ours = this.elapsed(now);
    const theirs = this.#ticks / this.#ticksPerMs + this.#shiftMs;
    if (Math.abs(theirs - ours) <= farthestMs) return theirs;
    this.#shiftMs += ours - theirs;
    return ours;
  }

  /** Milliseconds since the first packet by our clock. */
  elapsed(now: number): number {
    return this.#last === undefined ? 0 : now - this.#begunAt;
  }
}
