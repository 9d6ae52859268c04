import type { AudioFormat } from '#protocol';
import { HexkeyError } from '../errors.ts';
import type { OwnVoice, Speech, SpeechEvent, SpeechHints, SpeechStream } from '../speech/contract.ts';

export interface MicrophoneInputOptions {
  speech: Pick<Speech, 'open'>;
  hints: () => SpeechHints;
  ownVoice?: () => OwnVoice | undefined;
  on: (event: SpeechEvent) => void;
  /** So many milliseconds of sound were decoded. */
  onSound: (ms: number) => void;
  /** Opening the stream failed, or a frame could not be decoded. */
  onError: (error: unknown) => void;
}

/** Frames that may wait for the stream to be opened. */
const maxEarlyFrames = 1_000;

/**
 * A session's microphone frames in their order: each sequence number reaches the recogniser exactly once, however often
 * the socket is cut and the client sends again. The stream is opened by the first frame.
 */
export class MicrophoneInput {
  readonly #options: MicrophoneInputOptions;
  #format: AudioFormat;
  #next = 0;
  #stream: SpeechStream | undefined;
  /** Frames that arrived while the stream was being opened, or `undefined` when none is. */
  #early: Uint8Array[] | undefined;
  #utterances = 0;
  /** The microphone was switched off with this frame still on its way. */
  #stopAfter: number | undefined;
  #gapReported = false;
  #closed = false;

  constructor(format: AudioFormat, options: MicrophoneInputOptions) {
    this.#format = format;
    this.#options = options;
  }

  /** Everything before this sequence number has arrived. */
  get next(): number {
    return this.#next;
  }

  /** Throws `out_of_order` once for every gap; frames already heard are dropped in silence. */
  push(sequence: number, payload: Uint8Array): void {
    if (sequence < this.#next) return;
    if (sequence > this.#next) {
      if (this.#gapReported) return;
      this.#gapReported = true;
      throw new HexkeyError(
        'out_of_order',
        `Audio frame ${sequence} came before ${this.#next}. Send again from ${this.#next}.`,
      );
    }
    if ((this.#early?.length ?? 0) >= maxEarlyFrames)
      throw new HexkeyError('overloaded', 'Speech recognition is not ready for so much sound yet.');
    this.#gapReported = false;
    this.#next += 1;
    this.#hear(payload);
    if (this.#stopAfter !== undefined && this.#next > this.#stopAfter) this.#flush();
  }

  /** What was said up to frame `last` is final, as soon as it has arrived. */
  stop(last?: number): void {
    if (last !== undefined && this.#next <= last) this.#stopAfter = last;
    else this.#flush();
  }

  start(): void {
    this.#stopAfter = undefined;
  }

  /** A resumed client may have another format: what was said in the old one is final. */
  changeFormat(format: AudioFormat): void {
    if (JSON.stringify(format) === JSON.stringify(this.#format)) return;
    this.#format = format;
    const old = this.#stream;
    this.#stream = undefined;
    this.#early = undefined;
    if (old) this.#finish(old);
  }

  close(): void {
    this.#closed = true;
    this.#stream?.close();
    this.#stream = undefined;
    this.#early = undefined;
  }

  #hear(payload: Uint8Array): void {
    if (this.#stream) this.#options.onSound(this.#stream.push(payload));
    else if (this.#early) this.#early.push(payload.slice());
    else {
      const early = [payload.slice()];
      this.#early = early;
      this.#open(early).catch((error: unknown) => {
        if (this.#early === early) this.#early = undefined;
        this.#options.onError(error);
      });
    }
  }

  async #open(early: readonly Uint8Array[]): Promise<void> {
    const number = this.#numbering();
    const stream = await this.#options.speech.open({
      audio: this.#format,
      hints: this.#options.hints,
      ...(this.#options.ownVoice && { ownVoice: this.#options.ownVoice }),
      on: (event) => this.#options.on(number(event)),
    });
    if (this.#closed) {
      stream.close();
      return;
    }
    const current = this.#early === early;
    if (current) {
      this.#early = undefined;
      this.#stream = stream;
    }
    for (const payload of early) this.#decode(stream, payload);
    if (!current) this.#finish(stream);
    else if (this.#stopAfter !== undefined && this.#next > this.#stopAfter) this.#flush();
  }

  #decode(stream: SpeechStream, payload: Uint8Array): void {
    try {
      this.#options.onSound(stream.push(payload));
    } catch (error) {
      this.#options.onError(error);
    }
  }

  #flush(): void {
    if (this.#early) {
      this.#stopAfter = this.#next - 1;
      return;
    }
    this.#stopAfter = undefined;
    this.#stream?.flush().catch(this.#options.onError);
  }

  /** Nothing more is said over it: what was said is final. */
  #finish(stream: SpeechStream): void {
    stream
      .flush()
      .catch(this.#options.onError)
      .then(() => stream.close())
      .catch(this.#options.onError);
  }

  /** Every stream counts its utterances from 1; of a session each has a number of its own. */
  #numbering(): (event: SpeechEvent) => SpeechEvent {
    const numbers = new Map<number, number>();
    return (event) => {
      if (!('utterance' in event)) return event;
      let utterance = numbers.get(event.utterance);
      if (utterance === undefined) {
        this.#utterances += 1;
        utterance = this.#utterances;
        numbers.set(event.utterance, utterance);
      }
      if (event.type === 'final' || event.type === 'no_words' || event.type === 'error')
        numbers.delete(event.utterance);
      return { ...event, utterance };
    };
  }
}
