import type { Expecting } from '#protocol';
import { isBackchannel, lowerCaseWords, mayBeBackchannel } from './backchannel.ts';

/** What stops a reply even where the reply says it too, and however badly it is heard. */
const commands = new Set(
  'agent back cancel help hold human next no not pause repeat start stop thanks wait'.split(' '),
);
/** So many words in a row, as the reply has them, are nobody else's. */
const unmistakable = 3;

/**
 * Whether what was heard over a reply is likely the reply itself, let through by the device's echo cancellation: words in a
 * row of one of its sentences, the last perhaps cut off.
 */
function mayBeEcho(heard: string, reply: readonly string[]): boolean {
  const words = lowerCaseWords(heard);
  if (words.length === 0) return false;
  if (words.length < unmistakable && words.some((word) => commands.has(word))) return false;
  const said = ` ${words.join(' ')}`;
  return reply.some((sentence) => {
    const spoken = ` ${lowerCaseWords(sentence).join(' ')} `;
    return spoken.includes(`${said} `) || (words.length >= unmistakable && spoken.includes(said));
  });
}

/** Words as few and as doubtful as these are what a hum, a cough or a clap is written as. */
const mostOfSound = 2;
const leastSure = 0.5;

function isSound(text: string, sure = 1): boolean {
  const words = lowerCaseWords(text);
  return sure < leastSure && words.length <= mostOfSound && !words.some((word) => commands.has(word));
}

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
  /** The reply's sentences as they sound, against which its echo is known. */
  speechOf: (reply: string) => readonly string[];
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
 * voice activity alone cannot decide. It only makes the client hold the reply, silent at once, on `speech_started`:
 * nobody is talked over while words are awaited. The first partial whose words are more than a backchannel or the
 * beginning of one drops it, in the tick it arrives; a reply that was not dropped goes on with `discarded`. A recogniser
 * too busy to give words, or more of them, does not leave the reply waiting: `patienceMs` later it is dropped without.
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

  /** @param sure how sure the words are, 0-1. */
  partial(utterance: number, text: string, sure = 1): void {
    const talk = this.#talk;
    if (talk?.utterance !== utterance || talk.stopped || talk.over === undefined) return;
    if (text.trim() === '') return;
    if (this.#expecting('confirmation')) this.#takeFloor(talk);
    else if (!mayBeBackchannel(text) && !isSound(text, sure) && !this.#isEcho(text, talk.over))
      this.#takeFloor(talk);
    else if (isBackchannel(text)) clearTimeout(talk.timer);
    else this.#beginPatience(talk);
  }

  /** The utterance is over. Answers whether it was a backchannel over a reply, or its echo, to be left unanswered. */
  final(utterance: number, text: string, sure = 1): boolean {
    const talk = this.#talk?.utterance === utterance ? this.#talk : undefined;
    this.close();
    if (talk?.over === undefined) return false;
    if (!this.#expecting('confirmation') && isBackchannel(text)) return true;
    if (this.#expecting('anything') && !talk.stopped && isSound(text, sure)) return true;
    if (!talk.stopped && this.#isEcho(text, talk.over)) return true;
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
    this.#beginPatience(talk);
  }

  #beginPatience(talk: Talk): void {
    clearTimeout(talk.timer);
    talk.timer = setTimeout(() => this.#takeFloor(talk), this.#options.patienceMs ?? defaultPatienceMs);
    talk.timer.unref();
  }

  #expecting(what: Expecting): boolean {
    return this.#options.expecting() === what;
  }

  /** A question's own words are its answers: "the desk or the lamp?" */
  #isEcho(text: string, reply: string): boolean {
    return this.#expecting('anything') && mayBeEcho(text, this.#options.speechOf(reply));
  }

  #takeFloor(talk: Talk): void {
    talk.stopped = true;
    clearTimeout(talk.timer);
    for (const reply of this.#sounding) this.#options.stop(reply);
    this.#sounding.clear();
  }
}
