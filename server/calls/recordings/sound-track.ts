import { InOrder } from '../rtp/in-order.ts';
import { opusDuration, silence, silenceMs, ticksPerMs } from '../rtp/opus-packet.ts';
import { RtpClock } from '../rtp/rtp-clock.ts';
import type { RtpPacket } from '../rtp/rtp-packet.ts';
import type { TrackPacket } from './track-packet.ts';

/** Sound that is not there by now does not come: what is muted or lost becomes silence, which players need to keep time. */
const lateMs = 1_000;
/** Two clocks that count the same sound differ by less. */
const slackMs = 10;

/** A microphone as a track without gaps. */
export class SoundTrack {
  readonly #order = new InOrder({ waitMs: 300 });
  readonly #clock = new RtpClock(ticksPerMs * 1_000);
  #next = 0;
  #begun = false;

  take(packet: RtpPacket, now: number): TrackPacket[] {
    return this.#order.take(packet, now).flatMap(({ packet: { payload, timestamp } }) => {
      const durationMs = opusDuration(payload) / ticksPerMs;
      const at = this.#clock.at(timestamp, now);
      if (durationMs === 0 || at < this.#next - slackMs) return [];
      this.#begun = true;
      const pieces = this.#silenceUntil(at);
      const piece = { bytes: payload, atMs: Math.max(at, this.#next), durationMs, key: true };
      this.#next = piece.atMs + durationMs;
      return [...pieces, piece];
    });
  }

  /** Silence for a microphone that sends nothing. Call it about once a second. */
  idle(now: number): TrackPacket[] {
    return this.#begun ? this.#silenceUntil(this.#clock.elapsed(now) - lateMs) : [];
  }

  #silenceUntil(end: number): TrackPacket[] {
    const pieces: TrackPacket[] = [];
    for (; this.#next + silenceMs <= end; this.#next += silenceMs)
      pieces.push({ bytes: silence, atMs: this.#next, durationMs: silenceMs, key: true });
    return pieces;
  }
}
