import type { HeardWord } from '#protocol';
import type { Heard, SpeechGate } from './activity/speech-gate.ts';
import type { AudioFrame } from './audio/framer.ts';
import { type InverseTextNormalize, type SpeechEvent, type SpeechHints, sureness } from './contract.ts';
import { endpointDelay, endpointDelayMs } from './endpoint/endpoint-delay.ts';
import type { SpeechLog } from './log.ts';
import type { RecogniserPool } from './pool/contract.ts';
import { Utterance } from './utterance/utterance.ts';

/** Frames kept from before speech was sure (448 ms): soft first sounds are in them. */
const preRollFrames = 14;
/** After this much silence the words are decoded as if it were the end. It is also the tail they keep. */
const decodeAfterMs = 160;
/** While others wait for a recogniser, pauses within a sentence are not decoded: they are mostly shorter. */
const decodeAfterBusyMs = 288;

/** Digits less sure than this may not have been said. */
const guessedDigits = 0.1;

export interface UtteranceSegmenterParts {
  gate: SpeechGate;
  pool: RecogniserPool;
  inverseTextNormalize: InverseTextNormalize;
  hints: () => SpeechHints;
  on: (event: SpeechEvent) => void;
  log: SpeechLog;
}

interface Current {
  number: number;
  utterance: Utterance;
  /** When the last frame with speech arrived. */
  spokenAt: number;
  /** The words of the ending begun at this silence, once they are decoded. */
  endpointDelayMs: number | undefined;
  /** The ending is being decoded. */
  ending: boolean;
}

/** One stream's utterances, one after another: when each begins and ends, and what is told of it. */
export class UtteranceSegmenter {
  readonly #parts: UtteranceSegmenterParts;
  readonly #talker = Symbol('talker');
  readonly #preRoll: Float32Array[] = [];
  #count = 0;
  #current: Current | undefined;
  /** Finals are told in the order of their utterances. */
  #finals: Promise<void> = Promise.resolve();

  constructor(parts: UtteranceSegmenterParts) {
    this.#parts = parts;
  }

  hear(frame: AudioFrame, heard: Heard): void {
    if (heard === 'nothing' || heard === 'start') this.#keep(frame.samples);
    if (heard === 'start') this.#begin();
    const current = this.#current;
    if (!current) return;
    if (heard !== 'start') current.utterance.add(frame.samples);
    if (heard === 'silence') this.#considerEnd(current);
    else {
      current.spokenAt = frame.arrivedAt;
      current.endpointDelayMs = undefined;
      current.ending = false;
      current.utterance.resume();
    }
  }

  /** The microphone was switched off. */
  endNow(): void {
    this.#preRoll.length = 0;
    if (this.#current) this.#finish(this.#current);
    else this.#parts.gate.end();
  }

  /** Resolves when all finals so far are told. */
  settled(): Promise<void> {
    return this.#finals;
  }

  close(): void {
    this.#current?.utterance.close({ keepEnding: false });
    this.#current = undefined;
  }

  #keep(samples: Float32Array): void {
    this.#preRoll.push(samples);
    if (this.#preRoll.length > preRollFrames) this.#preRoll.shift();
  }

  #begin(): void {
    const number = ++this.#count;
    const utterance = new Utterance({
      talker: this.#talker,
      pool: this.#parts.pool,
      likely: () => this.#parts.hints(),
      onWords: (words) => this.#tellPartial(number, words),
      onTrouble: (err) => this.#parts.log.warn({ err }, 'A partial transcript was lost'),
    });
    for (const samples of this.#preRoll.splice(0)) utterance.add(samples);
    this.#current = {
      number,
      utterance,
      spokenAt: performance.now(),
      endpointDelayMs: undefined,
      ending: false,
    };
    this.#parts.on({ type: 'speech_started', utterance: number });
  }

  #considerEnd(current: Current): void {
    const after = this.#parts.pool.load === 'busy' ? decodeAfterBusyMs : decodeAfterMs;
    const begins = this.#parts.gate.silentMs === after;
    if (begins || (this.#parts.gate.silentMs === decodeAfterBusyMs && !current.ending))
      void this.#decodeEnding(current);
    this.#endAfterDelay(current);
  }

  #endAfterDelay(current: Current): void {
    if (this.#parts.gate.silentMs >= (current.endpointDelayMs ?? endpointDelayMs.hanging))
      this.#finish(current);
  }

  /** How long the silence must last is known with the words, and then it may have lasted long enough. */
  async #decodeEnding(current: Current): Promise<void> {
    const { spokenAt } = current;
    current.ending = true;
    try {
      const words = await current.utterance.end();
      if (this.#current !== current || current.spokenAt !== spokenAt) return;
      current.endpointDelayMs = this.#delayAfter(words);
      // Not `#considerEnd`: where no more sound comes the silence stays as long as it was, and decoding would start over and over.
      this.#endAfterDelay(current);
    } catch {
      // The utterance's final is decoded from the same promise and tells the speaker what happened.
      if (this.#current === current) this.#finish(current);
    }
  }

  /** The last digits of a number that were hardly heard may have been expected rather than said: they are waited for. */
  #delayAfter(words: readonly HeardWord[]): number {
    const delay = endpointDelay(words.map(({ text }) => text).join(' '), this.#parts.hints());
    const last = words.at(-1);
    const guessed = last !== undefined && last.confidence < guessedDigits && /\d/.test(last.text);
    return guessed ? Math.max(delay, endpointDelayMs.number) : delay;
  }

  #finish(current: Current): void {
    this.#current = undefined;
    this.#parts.gate.end();
    const words = current.utterance.end();
    current.utterance.close({ keepEnding: true });
    this.#finals = Promise.all([words, this.#finals])
      .then(([heard]) => this.#tellFinal(current, heard))
      .catch((error: Error) => this.#parts.on({ type: 'error', utterance: current.number, error }));
  }

  #tellPartial(utterance: number, heard: HeardWord[]): void {
    const { text } = this.#parts.inverseTextNormalize(heard, this.#parts.hints());
    if (text)
      this.#parts.on({ type: 'partial', utterance, text: text.replace(/\.$/, ''), sure: sureness(heard) });
  }

  #tellFinal({ number, utterance, spokenAt }: Current, heard: HeardWord[]): void {
    const { text, words } = this.#parts.inverseTextNormalize(heard, this.#parts.hints());
    if (words.length === 0)
      this.#parts.on({ type: 'no_words', utterance: number, ...(utterance.isNoisy && { noisy: true }) });
    else
      this.#parts.on({
        type: 'final',
        utterance: number,
        text,
        words,
        audioMs: utterance.audioMs,
        latencyMs: performance.now() - spokenAt,
      });
  }
}
