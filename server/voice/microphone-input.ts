import type { AudioFormat } from '#protocol';
import { HexkeyError } from '../errors.ts';
import type { Speech, SpeechEvent, SpeechHints, SpeechStream } from '../speech/contract.ts';

export interface MicrophoneInputOptions {
  speech: Pick<Speech, 'open'>;
  hints: () => SpeechHints;
  on: (event: SpeechEvent) => void;
  /** Opening the stream failed, or a frame could not be decoded. */
  onError: (error: unknown) => void;
}

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
  /** Streams that already spoke on, so that their utterances get numbers of their own. */
  #utterancesBefore = 0;
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
    this.#utterancesBefore = this.#utterances;
    old
      ?.flush()
      .catch(this.#options.onError)
      .finally(() => old.close());
  }

  close(): void {
    this.#closed = true;
    this.#stream?.close();
    this.#stream = undefined;
    this.#early = undefined;
  }

  #hear(payload: Uint8Array): void {
    if (this.#stream) this.#stream.push(payload);
    else if (this.#early) this.#early.push(payload.slice());
    else {
      this.#early = [payload.slice()];
      this.#open().catch((error: unknown) => {
        this.#early = undefined;
        this.#options.onError(error);
      });
    }
  }

  async #open(): Promise<void> {
    const before = this.#utterancesBefore;
    const stream = await this.#options.speech.open({
      audio: this.#format,
      hints: this.#options.hints,
      on: (event) => this.#options.on(this.#numbered(event, before)),
    });
    if (this.#closed) {
      stream.close();
      return;
    }
    const early = this.#early ?? [];
    this.#early = undefined;
    this.#stream = stream;
    for (const payload of early) this.#decode(stream, payload);
    if (this.#stopAfter !== undefined && this.#next > this.#stopAfter) this.#flush();
  }

  #decode(stream: SpeechStream, payload: Uint8Array): void {
    try {
      stream.push(payload);
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

  #numbered(event: SpeechEvent, before: number): SpeechEvent {
    if (!('utterance' in event)) return event;
    const utterance = before + event.utterance;
    this.#utterances = Math.max(this.#utterances, utterance);
    return { ...event, utterance };
  }
}
