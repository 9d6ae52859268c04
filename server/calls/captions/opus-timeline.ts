import { opusDuration, silence, silenceMs, ticksPerMs } from '../rtp/opus-packet.ts';
import { type RtpPacket, signed } from '../rtp/rtp-packet.ts';

const silenceTicks = silenceMs * ticksPerMs;

/** Packets this late are not on their way any more: the speaker has stopped sending (muted, or silent with DTX). */
const quietAfterMs = 120;
/** Longer than any utterance waits for its end. */
const longestSilenceTicks = 3_000 * ticksPerMs;

/**
 * Makes a gapless stream of Opus packets out of what arrives: lost and unsent stretches become silence, so that the ends of
 * utterances are heard when they happen, and packets that come too late are left out.
 */
export class OpusTimeline {
  #sequence: number | undefined;
  /** Where the stream has got to, in RTP time. */
  #next = 0;
  #heardAt = 0;
  #filled = 0;

  /** The packets to decode now; `now` in milliseconds, of any clock that goes forward. */
  packet(
    { sequence, timestamp, payload }: Pick<RtpPacket, 'sequence' | 'timestamp' | 'payload'>,
    now: number,
  ): Uint8Array[] {
    if (this.#sequence !== undefined && signed(sequence - this.#sequence, 16) <= 0) return [];
    const gap = this.#sequence === undefined ? 0 : signed(timestamp - this.#next, 32);
    this.#sequence = sequence;
    this.#heardAt = now;
    const missing = Math.min(gap, longestSilenceTicks - this.#filled);
    this.#filled = 0;
    this.#next = (timestamp + opusDuration(payload)) >>> 0;
    return [...silences(missing), payload];
  }

  /** Silence for a speaker who sends nothing. Call it a few times a second. */
  idle(now: number): Uint8Array[] {
    const quietMs = now - this.#heardAt;
    if (this.#sequence === undefined || quietMs < quietAfterMs) return [];
    const due = Math.min(quietMs * ticksPerMs, longestSilenceTicks) - this.#filled;
    const packets = silences(due);
    const ticks = packets.length * silenceTicks;
    this.#filled += ticks;
    this.#next = (this.#next + ticks) >>> 0;
    return packets;
  }
}

const silences = (ticks: number): Uint8Array[] =>
  Array.from({ length: Math.max(0, Math.floor(ticks / silenceTicks)) }, () => silence);
