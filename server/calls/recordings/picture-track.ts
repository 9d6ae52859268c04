import { InOrder } from '../rtp/in-order.ts';
import { RtpClock } from '../rtp/rtp-clock.ts';
import type { RtpPacket } from '../rtp/rtp-packet.ts';
import { Vp8Frames } from '../rtp/vp8-frames.ts';
import type { TrackPacket } from './track-packet.ts';

const clockRate = 90_000;
/** Of a frame whose follower is not known yet. */
const frameMs = 33;

export type PicturePiece = TrackPacket & { size: { width: number; height: number } | undefined };

/** A camera or a screen as a track that begins with a key frame and holds whole frames alone. */
export class PictureTrack {
  readonly #order = new InOrder();
  readonly #frames = new Vp8Frames();
  readonly #clock = new RtpClock(clockRate);
  #begunMs: number | undefined;
  #lastMs = 0;

  /** Nothing comes before a key frame does: ask the sender for one. */
  get waitsForKey(): boolean {
    return this.#frames.waitsForKey;
  }

  take(packet: RtpPacket, now: number): PicturePiece[] {
    return this.#order.take(packet, now).flatMap((ordered) => {
      const frame = this.#frames.take(ordered);
      if (!frame) return [];
      const at = this.#clock.at(frame.timestamp, now);
      this.#begunMs ??= at;
      this.#lastMs = Math.max(at - this.#begunMs, this.#lastMs);
      const piece = { bytes: frame.bytes, atMs: this.#lastMs, durationMs: frameMs };
      return [{ ...piece, key: frame.key !== undefined, size: frame.key }];
    });
  }
}
