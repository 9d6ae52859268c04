import type { FastifyBaseLogger } from 'fastify';
import type { types } from 'mediasoup';
import { readRtpPacket } from '../rtp/rtp-packet.ts';
import { PictureTrack } from './picture-track.ts';
import { SoundTrack } from './sound-track.ts';
import type { TrackForm } from './track-packet.ts';
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
