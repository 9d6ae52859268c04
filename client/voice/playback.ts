import { replySampleRate } from '../../server/protocol/audio-frame.ts';

/** Fade that ends a sound without a click, in seconds. */
const fade = 0.02;
/** How loud a reply stays while the shopper may be about to speak. */
const ducked = 0.05;
/** Sound begins this much after its first frame, so that the next arrives in time, in seconds. */
const lead = 0.06;

export interface ReplyFrame {
  /** Low 16 bits of the number of the reply's message. */
  reply: number;
  sentence: number;
  pcm: Int16Array;
}

export interface PlaybackOptions {
  /** This sentence of the reply begins to sound. */
  onSentence: (sentence: number) => void;
  /** The reply has sounded to its end. Not called for one that was stopped. */
  onFinished: () => void;
}

/** Plays one reply's frames without gaps. A context at the voice's own rate needs no resampling between frames. */
export class Playback {
  readonly #context: AudioContext;
  readonly #options: PlaybackOptions;
  readonly #gain: GainNode;
  readonly #sources = new Set<AudioBufferSourceNode>();
  /** Samples got of each sentence, and how many of a sentence sent again after a cut are to be skipped. */
  readonly #got = new Map<number, number>();
  readonly #skip = new Map<number, number>();
  #endsAt = 0;
  #complete = false;
  #stopped = false;

  constructor(context: AudioContext, options: PlaybackOptions) {
    this.#context = context;
    this.#options = options;
    this.#gain = context.createGain();
    this.#gain.connect(context.destination);
  }

  static openContext(): AudioContext {
    return new AudioContext({ sampleRate: replySampleRate, latencyHint: 'interactive' });
  }

  push({ sentence, pcm }: ReplyFrame): void {
    if (this.#stopped) return;
    const skip = Math.min(this.#skip.get(sentence) ?? 0, pcm.length);
    this.#skip.set(sentence, (this.#skip.get(sentence) ?? 0) - skip);
    const fresh = pcm.subarray(skip);
    if (fresh.length === 0) return;
    const got = this.#got.get(sentence) ?? 0;
    this.#got.set(sentence, got + fresh.length);
    this.#schedule(fresh, got === 0 ? sentence : undefined);
  }

  /** The socket was cut: the sentence under way comes again from its start. */
  cut(): void {
    for (const [sentence, got] of this.#got) this.#skip.set(sentence, got);
  }

  /** No more frames will come. */
  complete(): void {
    this.#complete = true;
    this.#finishIfDone();
  }

  duck(on: boolean): void {
    this.#gain.gain.setTargetAtTime(on ? ducked : 1, this.#context.currentTime, fade / 2);
  }

  /** Silent within 50 ms. */
  stop(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    const now = this.#context.currentTime;
    this.#gain.gain.cancelScheduledValues(now);
    this.#gain.gain.setTargetAtTime(0, now, fade / 4);
    for (const source of this.#sources) source.stop(now + fade);
  }

  #schedule(pcm: Int16Array, begins: number | undefined): void {
    const buffer = this.#context.createBuffer(1, pcm.length, replySampleRate);
    buffer.copyToChannel(
      Float32Array.from(pcm, (sample) => sample / 32768),
      0,
    );
    const source = this.#context.createBufferSource();
    source.buffer = buffer;
    source.connect(this.#gain);
    const now = this.#context.currentTime;
    const startsAt = this.#endsAt > now ? this.#endsAt : now + lead;
    source.start(startsAt);
    this.#endsAt = startsAt + buffer.duration;
    this.#sources.add(source);
    source.onended = () => {
      this.#sources.delete(source);
      this.#finishIfDone();
    };
    if (begins !== undefined) this.#announce(begins, startsAt - now);
  }

  #announce(sentence: number, inSeconds: number): void {
    setTimeout(() => {
      if (!this.#stopped) this.#options.onSentence(sentence);
    }, inSeconds * 1000);
  }

  #finishIfDone(): void {
    if (this.#sources.size > 0 || !(this.#complete || this.#stopped)) return;
    this.#gain.disconnect();
    if (this.#stopped) return;
    this.#stopped = true;
    this.#options.onFinished();
  }
}
