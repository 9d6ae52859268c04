import { replySampleRate } from '#protocol/audio-frame';

/** Fade that ends a sound without a click, in seconds. */
const fade = 0.02;
/** Sound begins this much after its first frame, so that the next arrives in time, in seconds. */
const lead = 0.06;
/** A reply that was held goes on this much earlier, so that the word it was cut in is heard whole, in seconds. */
const stepBack = 0.3;

export interface ReplyFrame {
  /** Low 16 bits of the number of the reply's message. */
  reply: number;
  sentence: number;
  pcm: Int16Array;
}

/** The timer that waits for a sentence to begin. */
type Announcement = ReturnType<typeof setTimeout>;

export interface PlaybackOptions {
  /** This sentence of the reply begins to sound. */
  onSentence: (sentence: number) => void;
  /** The reply has sounded to its end. Not called for one that was stopped. */
  onFinished: () => void;
}

/** A stretch of sound and where it stands in the whole, in seconds from its start. */
interface AudioPiece {
  buffer: AudioBuffer;
  from: number;
  /** The sentence that begins with it. */
  begins: number | undefined;
}

/** A reply's sound in its order, so that it can be played again from any place. */
class AudioTimeline {
  readonly #pieces: AudioPiece[] = [];
  #length = 0;

  /** In seconds. */
  get length(): number {
    return this.#length;
  }

  add(buffer: AudioBuffer, begins: number | undefined): AudioPiece {
    const piece = { buffer, from: this.#length, begins };
    this.#pieces.push(piece);
    this.#length += buffer.duration;
    return piece;
  }

  /** What sounds at `second` or later. */
  after(second: number): AudioPiece[] {
    return this.#pieces.filter(({ buffer, from }) => from + buffer.duration > second);
  }
}

/** Plays one reply's frames without gaps. A context at the voice's own rate needs no resampling between frames. */
export class Playback {
  readonly #context: AudioContext;
  readonly #options: PlaybackOptions;
  readonly #gain: GainNode;
  readonly #timeline = new AudioTimeline();
  readonly #sources = new Map<AudioBufferSourceNode, Announcement | undefined>();
  /** Samples got of each sentence, and how many of a sentence sent again after a cut are to be skipped. */
  readonly #got = new Map<number, number>();
  readonly #skip = new Map<number, number>();
  /** The context's time at which the timeline's start sounded, or would have, had it never been held. */
  #origin = Number.NEGATIVE_INFINITY;
  /** Where on the timeline it is held, in seconds. */
  #heldAt: number | undefined;
  #announced = -1;
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
    const piece = this.#timeline.add(this.#bufferOf(fresh), got === 0 ? sentence : undefined);
    if (this.#heldAt !== undefined) return;
    const now = this.#context.currentTime;
    if (this.#origin + piece.from <= now) this.#origin = now + lead - piece.from;
    this.#schedule(piece, piece.from);
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

  /** Silent within 20 ms; frames that come meanwhile are kept. */
  hold(): void {
    if (this.#stopped || this.#heldAt !== undefined) return;
    const sounded = this.#context.currentTime - this.#origin;
    this.#heldAt = Math.min(Math.max(sounded, 0), this.#timeline.length);
    this.#silence();
  }

  /** Goes on where it was held, with the cut word whole. */
  resume(): void {
    if (this.#stopped || this.#heldAt === undefined) return;
    const from = Math.max(this.#heldAt - stepBack, 0);
    this.#heldAt = undefined;
    const now = this.#context.currentTime;
    this.#gain.gain.cancelScheduledValues(now);
    this.#gain.gain.setValueAtTime(1, now + lead);
    this.#origin = now + lead - from;
    for (const piece of this.#timeline.after(from)) this.#schedule(piece, Math.max(piece.from, from));
    this.#finishIfDone();
  }

  /** Silent within 20 ms, for good. */
  stop(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    if (this.#sources.size === 0) this.#gain.disconnect();
    this.#silence();
  }

  #silence(): void {
    const now = this.#context.currentTime;
    this.#gain.gain.cancelScheduledValues(now);
    this.#gain.gain.setValueAtTime(this.#gain.gain.value, now);
    this.#gain.gain.linearRampToValueAtTime(0, now + fade);
    for (const [source, announcement] of this.#sources) {
      clearTimeout(announcement);
      source.stop(now + fade);
    }
    this.#sources.clear();
  }

  #bufferOf(pcm: Int16Array): AudioBuffer {
    const buffer = this.#context.createBuffer(1, pcm.length, replySampleRate);
    buffer.copyToChannel(
      Float32Array.from(pcm, (sample) => sample / 32768),
      0,
    );
    return buffer;
  }

  /** Plays what of the piece lies after `from` on the timeline. */
  #schedule({ buffer, from: start, begins }: AudioPiece, from: number): void {
    const source = this.#context.createBufferSource();
    source.buffer = buffer;
    source.connect(this.#gain);
    source.start(this.#origin + from, from - start);
    this.#sources.set(source, this.#announce(begins, this.#origin + from));
    source.onended = () => {
      this.#sources.delete(source);
      if (this.#stopped) this.#gain.disconnect();
      this.#finishIfDone();
    };
  }

  #announce(sentence: number | undefined, at: number): Announcement | undefined {
    if (sentence === undefined || sentence <= this.#announced) return undefined;
    return setTimeout(
      () => {
        this.#announced = sentence;
        this.#options.onSentence(sentence);
      },
      (at - this.#context.currentTime) * 1000,
    );
  }

  #finishIfDone(): void {
    if (this.#stopped || !this.#complete || this.#heldAt !== undefined || this.#sources.size > 0) return;
    this.#stopped = true;
    this.#gain.disconnect();
    this.#options.onFinished();
  }
}
