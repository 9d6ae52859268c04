import type { Expecting } from '../../protocol/index.ts';
import { isBackchannel } from './backchannel.ts';

interface Talk {
  utterance: number;
  over: string | undefined;
  stopped: boolean;
  timer: NodeJS.Timeout | undefined;
}

export interface BargeInOptions {
  /** What the dialogue waits for: while it is a yes or no, "okay" is an answer and never a backchannel. */
  expecting: () => Expecting;
  stop: (reply: string) => void;
  /** How long speech without a single recognised word may go on before it counts as talk, in milliseconds. */
  patienceMs?: number;
}

/**
 * Longer than "uh-huh" and the silence that ends it: measured, 0.5 s and 0.5 s. Whoever still speaks then, without one
 * word recognised, is talking.
 */
const defaultPatienceMs = 1_200;

/**
 * Decides whether speech over a reply takes the floor. "Uh-huh" and "wait, no" sound alike for their first 200 ms, so
 * voice activity alone cannot decide. It only makes the client turn the reply down to a whisper, at once, on
 * `speech_started`: nobody is talked over while words are awaited. The first partial decides by its words, in the tick
 * it arrives; a reply that was not stopped comes up again with `discarded`. A recogniser too busy to give words does not
 * leave two voices talking: `patienceMs` later the reply stops without them.
 */
export class BargeIn {
  readonly #options: BargeInOptions;
  readonly #sounding = new Set<string>();
  #talk: Talk | undefined;

  constructor(options: BargeInOptions) {
    this.#options = options;
  }

  /** A reply began to sound. It may begin while the shopper is already speaking. */
  started(reply: string): void {
    this.#sounding.add(reply);
    if (this.#talk && !this.#talk.stopped) this.#watch(this.#talk, reply);
  }

  /** It is over or was silenced. */
  ended(reply: string): void {
    this.#sounding.delete(reply);
  }

  speechStarted(utterance: number): void {
    this.close();
    this.#talk = { utterance, over: undefined, stopped: false, timer: undefined };
    for (const reply of this.#sounding) this.#watch(this.#talk, reply);
  }

  partial(utterance: number, text: string): void {
    const talk = this.#talk;
    if (talk?.utterance !== utterance || talk.stopped || talk.over === undefined) return;
    if (text.trim() === '') return;
    clearTimeout(talk.timer);
    if (this.#isTalk(text)) this.#takeFloor(talk);
  }

  /** The utterance is over. Answers whether it was a backchannel over a reply, to be left unanswered. */
  final(utterance: number, text: string): boolean {
    const talk = this.#talk?.utterance === utterance ? this.#talk : undefined;
    this.close();
    if (talk?.over === undefined) return false;
    if (!this.#isTalk(text)) return true;
    if (!talk.stopped) this.#takeFloor(talk);
    return false;
  }

  /** The utterance held no words, or the session ends. */
  close(): void {
    clearTimeout(this.#talk?.timer);
    this.#talk = undefined;
  }

  #watch(talk: Talk, reply: string): void {
    talk.over = reply;
    clearTimeout(talk.timer);
    talk.timer = setTimeout(() => this.#takeFloor(talk), this.#options.patienceMs ?? defaultPatienceMs);
    talk.timer.unref();
  }

  #isTalk(text: string): boolean {
    return this.#options.expecting() === 'confirmation' || !isBackchannel(text);
  }

  #takeFloor(talk: Talk): void {
    talk.stopped = true;
    clearTimeout(talk.timer);
    for (const reply of this.#sounding) this.#options.stop(reply);
    this.#sounding.clear();
  }
}
