import { layerFor } from '../media/layer-for.ts';
import type { Ask } from './connection.ts';

/**
 * A picture that has not begun after so long is asked for in its smallest layer, which every sender sends. Longer than
 * the 300 ms in which browsers make no second key frame: asked again sooner, none comes.
 */
const beginsWithinMs = 400;
const smallest = 0;

/**
 * Which size of each picture this page asks for; asks only when that changes. A picture flows from when it is first shown,
 * its size named before: a size changed right after the beginning needs a second key frame, and the media server asks
 * for a key frame that did not come only after a second.
 */
export class Layers {
  readonly #ask: Ask;
  readonly #trackOf: (consumer: string) => MediaStreamTrack | undefined;
  readonly #wanted = new Map<string, number | 'none'>();
  #all = true;

  constructor(ask: Ask, trackOf: (consumer: string) => MediaStreamTrack | undefined) {
    this.#ask = ask;
    this.#trackOf = trackOf;
  }

  shown(consumer: string, width: number): void {
    const wanted = width > 0 ? layerFor(width) : 'none';
    const before = this.#wanted.get(consumer);
    if (wanted === before) return;
    this.#wanted.set(consumer, wanted);
    if (wanted === 'none') {
      if (before !== undefined) void this.#ask({ ask: 'pause_consumer', consumer });
      return;
    }
    void this.#ask({ ask: 'prefer_layer', consumer, spatial: wanted });
    if (typeof before !== 'number' && this.#all) void this.#ask({ ask: 'resume_consumer', consumer });
    if (before === undefined) this.#begin(consumer);
  }

  /** No pictures at all while the network is too slow for them. */
  setAll(on: boolean, pictures: readonly string[]): void {
    this.#all = on;
    for (const consumer of pictures)
      if (!on) void this.#ask({ ask: 'pause_consumer', consumer });
      else if (typeof this.#wanted.get(consumer) === 'number')
        void this.#ask({ ask: 'resume_consumer', consumer });
  }

  forget(consumer: string): void {
    this.#wanted.delete(consumer);
  }

  /** A browser mutes a track until its first packet. */
  #begin(consumer: string): void {
    const track = this.#trackOf(consumer);
    if (!track?.muted) return;
    let small = false;
    const late = setTimeout(() => {
      if (track.readyState === 'ended' || !this.#all || this.#larger(consumer) === undefined) return;
      small = true;
      void this.#ask({ ask: 'prefer_layer', consumer, spatial: smallest });
    }, beginsWithinMs);
    const begun = () => {
      clearTimeout(late);
      const spatial = this.#larger(consumer);
      if (small && spatial !== undefined) void this.#ask({ ask: 'prefer_layer', consumer, spatial });
    };
    track.addEventListener('unmute', begun, { once: true });
  }

  /** The layer wanted of a picture, where it is shown in one larger than the smallest. */
  #larger(consumer: string): number | undefined {
    const wanted = this.#wanted.get(consumer);
    return typeof wanted === 'number' && wanted > smallest ? wanted : undefined;
  }
}
