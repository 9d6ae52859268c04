import type { HeardWord } from '#protocol';
import { activityFrameSamples } from '../activity/contract.ts';
import { GrowingAudio } from '../audio/growing-audio.ts';
import { isNoisy } from '../audio/noise-level.ts';
import type { SpeechHints } from '../contract.ts';
import type { RecogniserPool } from '../pool/contract.ts';
import type { Decoding } from '../recogniser/contract.ts';
import { likelyWords } from './likely-words.ts';

const sampleRate = 16_000;
/** A recogniser reads no more at once; what goes on longer is read in pieces. */
const pieceSamples = 30 * sampleRate;
/** The cut is looked for in the last third, so that pieces stay long enough to be understood. */
const cutFrom = 20 * sampleRate;
/** A piece this long is settled at its next pause: what is read again for every partial stays short. */
const settleFrom = 10 * sampleRate;
/** Of the pause, so much (96 ms) goes to the piece that follows, for the soft first sound of its first word. */
const pauseKept = 3 * activityFrameSamples;
/** From one partial's beginning to the next: leaves room to decode within 300 ms. */
const partialEveryMs = 190;
/** Partials take at most so much of a recogniser's time, 1 / 1.4: long pieces and slow machines get fewer. */
const partialPause = 1.4;
/** While others wait for a recogniser, 1 / 5. */
const busyPause = 5;

/**
 * Where no words are read, they are read once more from here (100 ms): a short word is now and then lost to how it lies on
 * the recogniser's grid. Measured on one voice's "no", 5 of 24 positions gave nothing, and all 5 gave "No." when moved.
 */
const secondReadingFrom = sampleRate / 10;

export interface UtteranceOptions {
  talker: symbol;
  pool: RecogniserPool;
  /** Whole utterances that are likely now. */
  likely?: () => Pick<SpeechHints, 'commands' | 'notFromNoise' | 'phrases' | 'orderNumbers'>;
  /** The words so far changed, or were confirmed. */
  onWords: (words: HeardWord[]) => void;
  /** A partial could not be decoded; the final may still be. */
  onTrouble: (error: unknown) => void;
}

/** Words of the whole utterance, decoded from all audio up to the silence that may end it. */
interface Ending {
  words: Promise<HeardWord[]>;
  abort: AbortController;
  /** Samples of the piece that it read. */
  length: number;
  decoded: boolean;
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
  #partialEveryMs = partialEveryMs;
  #ending: Ending | undefined;
  #over = false;

  constructor(options: UtteranceOptions) {
    this.#options = options;
  }

  get audioMs(): number {
    return (this.#totalSamples / sampleRate) * 1000;
  }

  /** What was said last stands in noise. */
  get isNoisy(): boolean {
    return isNoisy(this.#audio.copy());
  }

  add(frame: Float32Array): void {
    this.#audio.add(frame);
    this.#totalSamples += frame.length;
  }

  /** Speech goes on: an ending that was begun is void, and partials keep up with the words. */
  resume(): void {
    if (this.#ending) this.#reopen(this.#ending);
    if (this.#audio.length >= pieceSamples) this.#cut();
    const now = performance.now();
    if (this.#partial || now - this.#partialBegunAt < this.#partialEveryMs) return;
    this.#partialBegunAt = now;
    void this.#decodePartial();
  }

  /** Silence begins: decodes everything so far as if it were the end, once, until speech goes on. */
  end(): Promise<HeardWord[]> {
    if (this.#ending) return this.#ending.words;
    this.#partial?.abort();
    const abort = new AbortController();
    const words = this.#joined(this.#decodeFinal(this.#audio.copy(), abort.signal));
    const ending = { words, abort, length: this.#audio.length, decoded: false };
    this.#ending = ending;
    words
      .then((all) => {
        ending.decoded = true;
        if (this.#ending === ending && !this.#over) this.#options.onWords(all);
      })
      // Whoever ends the utterance awaits the same words and tells the speaker.
      .catch(() => undefined);
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
      const pause = pool.load === 'busy' ? busyPause : partialPause;
      this.#partialEveryMs = Math.max(partialEveryMs, pause * decoding.decodeMs);
      if (!this.#over && !partial.signal.aborted) onWords([...before, ...decoding.words]);
    } catch (error) {
      onTrouble(error);
    } finally {
      this.#partial = undefined;
    }
  }

  /** The silence was a pause: its decode is void, or settles a long piece. */
  #reopen(ending: Ending): void {
    this.#ending = undefined;
    ending.abort.abort();
    if (ending.decoded && ending.length >= settleFrom)
      this.#continueFrom(this.#audio.split(ending.length - pauseKept).after, ending.words);
  }

  #cut(): void {
    const { before, after } = this.#audio.split(this.#audio.quietest(cutFrom));
    const words = this.#joined(this.#decodeFinal(before));
    // Whoever needs the pieces awaits this promise again.
    words.catch(() => undefined);
    this.#continueFrom(after, words);
  }

  #continueFrom(audio: GrowingAudio, before: Promise<HeardWord[]>): void {
    this.#before = before;
    this.#audio = audio;
    this.#draft = [];
  }

  #joined(decoding: Promise<Decoding | undefined>): Promise<HeardWord[]> {
    return Promise.all([this.#before, decoding]).then(([before, now]) =>
      before.length === 0 && now?.phrase ? now.phrase : [...before, ...(now?.words ?? [])],
    );
  }

  async #decodeFinal(audio: Float32Array, signal?: AbortSignal): Promise<Decoding | undefined> {
    const { talker, pool, likely } = this.#options;
    const hints = likely?.();
    const words = hints && likelyWords(hints);
    const read = (samples: Float32Array, draft: readonly number[], likely?: readonly string[]) =>
      pool.decode({
        talker,
        kind: 'final',
        audio: () => samples,
        draft,
        ...(likely && { likely }),
        ...(words && { words }),
        ...(signal && { signal }),
      });
    const { commands = [], notFromNoise = [] } = hints ?? {};
    let decoding = await read(audio, this.#draft, commands);
    if (decoding?.phrase && decoding.overNoise && notFromNoise.includes(textOf(decoding.phrase)))
      decoding = { words: [], tokens: [], decodeMs: decoding.decodeMs };
    else if (decoding?.words.length === 0 && !decoding.phrase && audio.length > secondReadingFrom)
      decoding = await read(audio.slice(secondReadingFrom), []);
    if (decoding && signal && !signal.aborted) this.#draft = decoding.tokens;
    return decoding;
  }
}

const textOf = (words: HeardWord[]): string => words.map(({ text }) => text).join(' ');
