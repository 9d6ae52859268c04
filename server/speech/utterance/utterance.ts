import type { HeardWord } from '../../protocol/index.ts';
import { GrowingAudio } from '../audio/growing-audio.ts';
import type { RecogniserPool } from '../pool/contract.ts';
import type { Decoding } from '../recogniser/contract.ts';

const sampleRate = 16_000;
/** A recogniser reads no more at once; what goes on longer is read in pieces. */
const pieceSamples = 30 * sampleRate;
/** The cut is looked for in the last third, so that pieces stay long enough to be understood. */
const cutFrom = 20 * sampleRate;
/** From one partial's beginning to the next: leaves room to decode within 300 ms. */
const partialEveryMs = 190;

export interface UtteranceOptions {
  talker: symbol;
  pool: RecogniserPool;
  /** The words so far changed, or were confirmed. */
  onWords: (words: HeardWord[]) => void;
  /** A partial could not be decoded; the final may still be. */
  onTrouble: (error: unknown) => void;
}

/** Words of the whole utterance, decoded from all audio up to the silence that may end it. */
interface Ending {
  words: Promise<HeardWord[]>;
  abort: AbortController;
}

/** One stretch of speech: its audio, and its words as they become known. */
export class Utterance {
  readonly #options: UtteranceOptions;
  #audio = new GrowingAudio();
  #totalSamples = 0;
  /** Words of the pieces already cut off; each waits for the one before. */
  #before: Promise<HeardWord[]> = Promise.resolve([]);
  #draft: readonly number[] = [];
  #partial: AbortController | undefined;
  #partialBegunAt = Number.NEGATIVE_INFINITY;
  #ending: Ending | undefined;
  #over = false;

  constructor(options: UtteranceOptions) {
    this.#options = options;
  }

  get audioMs(): number {
    return (this.#totalSamples / sampleRate) * 1000;
  }

  add(frame: Float32Array): void {
    this.#audio.add(frame);
    this.#totalSamples += frame.length;
  }

  /** Speech goes on: an ending that was begun is void, and partials keep up with the words. */
  goOn(): void {
    this.#ending?.abort.abort();
    this.#ending = undefined;
    if (this.#audio.length >= pieceSamples) this.#cut();
    const now = performance.now();
    if (this.#partial || now - this.#partialBegunAt < partialEveryMs) return;
    this.#partialBegunAt = now;
    void this.#decodePartial();
  }

  /** Silence begins: decodes everything so far as if it were the end, once, until speech goes on. */
  end(): Promise<HeardWord[]> {
    if (this.#ending) return this.#ending.words;
    this.#partial?.abort();
    const abort = new AbortController();
    const words = this.#joined(this.#decodeFinal(this.#audio.copy(), abort.signal));
    const ending = { words, abort };
    this.#ending = ending;
    words.then(
      (all) => this.#ending === ending && !this.#over && this.#options.onWords(all),
      // Whoever ends the utterance awaits the same words and tells the speaker.
      () => undefined,
    );
    return words;
  }

  /** No more words are told. Requests that wait are taken back, but for the ending's. */
  close(options: { keepEnding: boolean }): void {
    this.#over = true;
    this.#partial?.abort();
    if (!options.keepEnding) this.#ending?.abort.abort();
  }

  async #decodePartial(): Promise<void> {
    const partial = new AbortController();
    this.#partial = partial;
    const { talker, pool, onWords, onTrouble } = this.#options;
    const audio = this.#audio;
    try {
      const before = await this.#before;
      const decoding = await pool.decode({
        talker,
        kind: 'partial',
        audio: () => audio.copy(),
        draft: this.#draft,
        signal: partial.signal,
      });
      if (!decoding || audio !== this.#audio) return;
      this.#draft = decoding.tokens;
      if (!this.#over && !partial.signal.aborted) onWords([...before, ...decoding.words]);
    } catch (error) {
      onTrouble(error);
    } finally {
      this.#partial = undefined;
    }
  }

  #cut(): void {
    const { before, after } = this.#audio.split(this.#audio.quietest(cutFrom));
    this.#before = this.#joined(this.#decodeFinal(before));
    // Whoever needs the pieces awaits this promise again.
    this.#before.catch(() => undefined);
    this.#audio = after;
    this.#draft = [];
  }

  #joined(decoding: Promise<Decoding | undefined>): Promise<HeardWord[]> {
    return Promise.all([this.#before, decoding]).then(([before, now]) => [...before, ...(now?.words ?? [])]);
  }

  async #decodeFinal(audio: Float32Array, signal?: AbortSignal): Promise<Decoding | undefined> {
    const { talker, pool } = this.#options;
    const decoding = await pool.decode({
      talker,
      kind: 'final',
      audio: () => audio,
      draft: this.#draft,
      ...(signal && { signal }),
    });
    if (decoding && signal && !signal.aborted) this.#draft = decoding.tokens;
    return decoding;
  }
}
