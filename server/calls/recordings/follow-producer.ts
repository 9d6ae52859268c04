import type { FastifyBaseLogger } from 'fastify';
import type { types } from 'mediasoup';
import { InOrder } from '../rtp/in-order.ts';
import { opusDuration, silence, silenceMs, ticksPerMs } from '../rtp/opus-packet.ts';
import { RtpClock } from '../rtp/rtp-clock.ts';
import { type RtpPacket, readRtpPacket } from '../rtp/rtp-packet.ts';
import { Vp8Frames } from '../rtp/vp8-frames.ts';
import type { TrackForm, TrackPacket } from './track-packet.ts';
import type { TrackRecording } from './track-recording.ts';

const idleEveryMs = 1_000;
const askEveryMs = 1_000;

/** A producer as the server's own end of the router hears it. */
export interface Followed {
  router: types.Router;
  direct: types.DirectTransport;
  producer: types.Producer;
  /** A new file; none where nothing is recorded any more. */
  begin: (form: TrackForm) => TrackRecording | undefined;
  log: FastifyBaseLogger;
}

/** Writes what a producer sends until it or the router closes, or `close` is called. Rejects where it is gone already. */
export async function followProducer(followed: Followed): Promise<{ close(): void }> {
  const { router, direct, producer } = followed;
  const consumer = await direct.consume({ producerId: producer.id, rtpCapabilities: router.rtpCapabilities });
  if (consumer.kind === 'audio') followSound(consumer, followed);
  else followPicture(consumer, followed);
  return { close: () => consumer.close() };
}

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

function followSound(consumer: types.Consumer, { begin }: Followed): void {
  const track = new SoundTrack();
  let recording: TrackRecording | undefined;
  const write = (pieces: ReturnType<SoundTrack['take']>) => {
    for (const piece of pieces) {
      recording ??= begin({ codec: 'opus' });
      recording?.write(piece);
    }
  };
  consumer.on('rtp', (bytes) => {
    const packet = readRtpPacket(bytes);
    if (packet) write(track.take(packet, performance.now()));
  });
  const idle = setInterval(() => write(track.idle(performance.now())), idleEveryMs);
  consumer.observer.once('close', () => {
    clearInterval(idle);
    void recording?.close();
  });
}

const clockRate = 90_000;
/** Of a frame whose follower is not known yet. */
const frameMs = 33;

type PicturePiece = TrackPacket & { size: { width: number; height: number } | undefined };

/** A camera or a screen as a track that begins with a key frame and holds whole frames alone. */
class PictureTrack {
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

function followPicture(consumer: types.Consumer, { producer, begin, log }: Followed): void {
  let track = new PictureTrack();
  let recording: TrackRecording | undefined;
  let rotation: 0 | 90 | 180 | 270 = 0;
  let askedAt = Number.NEGATIVE_INFINITY;
  const askForKey = (now: number) => {
    if (now - askedAt < askEveryMs) return;
    askedAt = now;
    consumer
      .requestKeyFrame()
      .catch((error: unknown) =>
        log.debug({ err: error }, 'a recorded camera was not asked for a key frame'),
      );
  };
  // A file has one orientation: whoever turns the phone begins another.
  const turn = (orientation: types.ProducerVideoOrientation) => {
    rotation = quarter(orientation.rotation);
    track = new PictureTrack();
    void recording?.close();
    recording = undefined;
  };
  producer.on('videoorientationchange', turn);
  consumer.on('rtp', (bytes) => {
    const packet = readRtpPacket(bytes);
    if (!packet) return;
    const now = performance.now();
    for (const { size, ...piece } of track.take(packet, now)) {
      if (size) recording ??= begin({ codec: 'vp8', ...size, rotation });
      recording?.write(piece);
    }
    if (track.waitsForKey) askForKey(now);
  });
  consumer.observer.once('close', () => {
    producer.off('videoorientationchange', turn);
    void recording?.close();
  });
}

function quarter(degrees: number): 0 | 90 | 180 | 270 {
  return degrees === 90 || degrees === 180 || degrees === 270 ? degrees : 0;
}
