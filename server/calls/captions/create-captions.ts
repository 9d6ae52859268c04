import { randomUUID } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import type { Speech, SpeechEvent } from '../../speech/contract.ts';
import { opusDuration, silence, silenceMs, ticksPerMs } from '../rtp/opus-packet.ts';
import { type RtpPacket, readRtpPacket, signed } from '../rtp/rtp-packet.ts';
import type { CaptionedSpeaker, Captions } from './contract.ts';

/** How often silence is put in where nothing arrives. */
const idleEveryMs = 100;

export interface CaptionsParts {
  /** The recognisers that everybody who talks to Hexkey shares. */
  speech: Speech;
  log: FastifyBaseLogger;
}

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

/** Captions the microphones of a call with the same recognisers that hear shoppers. No audio is kept. */
export function createCaptions({ speech, log }: CaptionsParts): Captions {
  return {
    async follow(speaker) {
      const stream = await speech.open({
        audio: { encoding: 'opus' },
        hints: () => ({ phrases: speaker.phrases(), orderNumbers: [], expecting: 'free_text' }),
        on: captionTeller(speaker.on, log),
      });
      const consumer = await tap(speaker).catch((error: unknown) => {
        stream.close();
        throw error;
      });
      const timeline = new OpusTimeline();
      const hear = (packets: Uint8Array[]) => {
        for (const packet of packets) {
          try {
            stream.push(packet);
          } catch (error) {
            log.debug({ err: error }, 'a packet of sound in a call could not be decoded');
          }
        }
      };
      consumer.on('rtp', (bytes) => {
        const packet = readRtpPacket(bytes);
        if (packet) hear(timeline.packet(packet, performance.now()));
      });
      const idle = setInterval(() => hear(timeline.idle(performance.now())), idleEveryMs);
      consumer.observer.once('close', () => {
        clearInterval(idle);
        stream
          .flush()
          .catch((error: unknown) => log.warn({ err: error }, 'the last words of a speaker were lost'))
          .finally(() => stream.close());
      });
      return { close: () => consumer.close() };
    },
  };
}

const tap = ({ direct, producer, router }: CaptionedSpeaker) =>
  direct.consume({ producerId: producer.id, rtpCapabilities: router.rtpCapabilities });

function captionTeller(tell: CaptionedSpeaker['on'], log: FastifyBaseLogger): (event: SpeechEvent) => void {
  const ids = new Map<number, string>();
  const idOf = (utterance: number) => {
    const id = ids.get(utterance) ?? randomUUID();
    ids.set(utterance, id);
    return id;
  };
  const end = (utterance: number, text: string) => {
    tell({ id: idOf(utterance), text, final: true });
    ids.delete(utterance);
  };
  return (event) => {
    switch (event.type) {
      case 'partial':
        tell({ id: idOf(event.utterance), text: event.text, final: false });
        break;
      case 'final':
        end(event.utterance, event.text);
        break;
      case 'no_words':
        if (ids.has(event.utterance)) end(event.utterance, '');
        break;
      case 'error':
        log.warn({ err: event.error }, 'an utterance in a call was lost to its captions');
        if (ids.has(event.utterance)) end(event.utterance, '');
        break;
      case 'speech_started':
      case 'load':
        break;
    }
  };
}
