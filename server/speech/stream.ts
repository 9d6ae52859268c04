import { HexkeyError } from '../errors.ts';
import type { VoiceActivity } from './activity/contract.ts';
import { SpeechGate } from './activity/speech-gate.ts';
import { type AudioDecoder, speechRate } from './audio/decoder.ts';
import { EchoCanceller } from './audio/echo-canceller.ts';
import { type AudioFrame, Framer } from './audio/framer.ts';
import type { InverseTextNormalize, OwnVoice, SpeechEvent, SpeechHints, SpeechStream } from './contract.ts';
import type { SpeechLog } from './log.ts';
import type { RecogniserPool } from './pool/contract.ts';
import { UtteranceSegmenter } from './utterance-segmenter.ts';

export interface StreamParts {
  decoder: AudioDecoder;
  activity: VoiceActivity;
  pool: RecogniserPool;
  inverseTextNormalize: InverseTextNormalize;
  hints: () => SpeechHints;
  ownVoice?: () => OwnVoice | undefined;
  on: (event: SpeechEvent) => void;
  log: SpeechLog;
}

/** Frames that may wait to be heard: 96 s. */
const maxWaitingFrames = 3_000;

/** Long enough to bring the last samples out of a resampler and a short word over the onset. */
const endingSilence = new Float32Array(speechRate / 10);

type Work = { frame: AudioFrame } | { flushed: () => void };

/** One talker's audio: cut into frames, heard one by one, in order. */
export class Stream implements SpeechStream {
  readonly #parts: StreamParts;
  readonly #framer = new Framer();
  readonly #gate = new SpeechGate();
  readonly #segmenter: UtteranceSegmenter;
  readonly #work: Work[] = [];
  readonly #stopListening: () => void;
  readonly #echo: EchoCanceller | undefined;
  #working = false;
  #closed = false;

  constructor(parts: StreamParts) {
    this.#parts = parts;
    this.#echo = parts.ownVoice && new EchoCanceller(parts.ownVoice);
    this.#segmenter = new UtteranceSegmenter({
      ...parts,
      gate: this.#gate,
      on: (event) => this.#tell(event),
    });
    this.#stopListening = parts.pool.onLoad((level) => this.#tell({ type: 'load', level }));
  }

  push(payload: Uint8Array): number {
    if (this.#closed) return 0;
    if (this.#work.length >= maxWaitingFrames)
      throw new HexkeyError('overloaded', 'So much sound waits to be heard that no more can be taken now.');
    const samples = this.#parts.decoder.decode(payload);
    this.#enqueue(this.#framer.add(samples, performance.now()).map((frame) => ({ frame })));
    return (samples.length / speechRate) * 1_000;
  }

  flush(): Promise<void> {
    if (this.#closed) return Promise.resolve();
    const now = performance.now();
    const last = [...this.#framer.add(endingSilence, now), ...this.#framer.end(now)];
    return new Promise((flushed) => {
      this.#enqueue([...last.map((frame) => ({ frame })), { flushed }]);
    });
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#stopListening();
    this.#segmenter.close();
    this.#parts.decoder.close();
    for (const work of this.#work.splice(0)) if ('flushed' in work) work.flushed();
  }

  #enqueue(work: Work[]): void {
    this.#work.push(...work);
    if (!this.#working) void this.#catchUp();
  }

  async #catchUp(): Promise<void> {
    this.#working = true;
    // Whoever pushes is never called back before the push returns.
    await Promise.resolve();
    for (let work = this.#work.shift(); work && !this.#closed; work = this.#work.shift()) {
      try {
        if ('flushed' in work) this.#flush(work.flushed);
        else await this.#hear(work.frame);
      } catch (error) {
        this.#parts.log.error({ err: error }, 'A frame of audio could not be heard');
      }
    }
    this.#working = false;
  }

  async #hear(heard: AudioFrame): Promise<void> {
    const { samples, arrivedAt } = heard;
    const frame = { arrivedAt, samples: this.#echo?.clean(samples, arrivedAt) ?? samples };
    const probability = await this.#parts.activity.next(frame.samples);
    if (!this.#closed) this.#segmenter.hear(frame, this.#gate.next(probability));
  }

  /** Audio that was pushed meanwhile waits: it belongs to the next utterance. */
  #flush(flushed: () => void): void {
    try {
      this.#segmenter.endNow();
      this.#parts.activity.reset();
    } finally {
      void this.#segmenter.settled().then(flushed);
    }
  }

  /** A listener that fails loses the event and nothing else. */
  #tell(event: SpeechEvent): void {
    if (this.#closed) return;
    try {
      this.#parts.on(event);
    } catch (error) {
      this.#parts.log.error({ err: error, event: event.type }, 'Whoever listens to speech failed');
    }
  }
}
