import type { Language, Reply } from '#protocol';
import { BrowserVoice } from './browser-voice.ts';
import { Playback, type ReplyFrame } from './playback.ts';

export interface SpeakerOptions {
  /** The reply has reached this sentence. */
  onSentence: (reply: string, sentence: number) => void;
  /** It is over: `finished` to its end, `stopped` before, or `silent` where the browser could not speak it. */
  onEnd: (reply: string, how: 'finished' | 'stopped' | 'silent') => void;
  /** The browser's voices came or went. */
  onVoices: () => void;
}

interface Sounding {
  reply: string;
  /** Low 16 bits of the number of its message, which frames carry. */
  tag: number;
  playback: Playback | undefined;
  vainHolds: number;
}

const maxVainHolds = 3;

/** Speaks replies one at a time, by the browser's voice where it has one and else by the server's. */
export class Speaker {
  readonly #options: SpeakerOptions;
  readonly #browser = new BrowserVoice();
  readonly #stopWatchingVoices: () => void;
  #context: AudioContext | undefined;
  #sounding: Sounding | undefined;
  #held = false;

  constructor(options: SpeakerOptions) {
    this.#options = options;
    this.#stopWatchingVoices = this.#browser.onVoices(options.onVoices);
  }

  /** There is a voice for the language, here or at the server. */
  canSpeak(language: Language): boolean {
    return this.#browser.canSpeak(language) || this.needsServer(language);
  }

  /** The server's voice speaks English. */
  needsServer(language: Language): boolean {
    return language === 'en' && !this.#browser.canSpeak(language);
  }

  /** Browsers let a page sound only after a click or key: call it in one. */
  unlock(): void {
    this.#context ??= Playback.openContext();
    void this.#context.resume();
    this.#browser.unlock();
  }

  /** Speaks now what the server sends for message `n`, or speaks it here. */
  begin(reply: Reply, n: number, language: Language): void {
    this.stop();
    if (reply.speech.length === 0) return;
    if (this.#browser.canSpeak(language)) void this.#speakHere(reply, n, language);
    else if (this.needsServer(language)) this.#playFromServer(reply, n);
  }

  push(frame: ReplyFrame): void {
    if (this.#sounding?.tag === frame.reply) this.#sounding.playback?.push(frame);
  }

  complete(reply: string): void {
    if (this.#sounding?.reply === reply) this.#sounding.playback?.complete();
  }

  cut(): void {
    this.#sounding?.playback?.cut();
  }

  /**
   * Someone may be about to speak: silent at once, to go on with `release`. A reply that was held for nothing three
   * times, by noise or by its own echo, is held no more; words still stop it.
   */
  hold(): void {
    if (this.#held || (this.#sounding?.vainHolds ?? 0) >= maxVainHolds) return;
    this.#held = true;
    this.#browser.hold();
    this.#sounding?.playback?.hold();
  }

  /** Nobody took the floor. */
  release(): void {
    if (!this.#held) return;
    this.#held = false;
    if (this.#sounding) this.#sounding.vainHolds += 1;
    this.#browser.resume();
    this.#sounding?.playback?.resume();
  }

  stop(): void {
    const sounding = this.#sounding;
    if (!sounding) return;
    this.#sounding = undefined;
    if (sounding.playback) sounding.playback.stop();
    else this.#browser.stop();
    this.#options.onEnd(sounding.reply, 'stopped');
  }

  dispose(): void {
    this.stop();
    this.#stopWatchingVoices();
    void this.#context?.close();
  }

  async #speakHere(reply: Reply, n: number, language: Language): Promise<void> {
    const sounding: Sounding = { reply: reply.id, tag: n & 0xffff, playback: undefined, vainHolds: 0 };
    this.#sounding = sounding;
    const spoken = await this.#browser.speak(reply.speech, language, (sentence) =>
      this.#reached(sounding, sentence),
    );
    this.#over(sounding, spoken ? 'finished' : 'silent');
  }

  #playFromServer(reply: Reply, n: number): void {
    this.#context ??= Playback.openContext();
    const sounding: Sounding = { reply: reply.id, tag: n & 0xffff, playback: undefined, vainHolds: 0 };
    sounding.playback = new Playback(this.#context, {
      onSentence: (sentence) => this.#reached(sounding, sentence),
      onFinished: () => this.#over(sounding, 'finished'),
    });
    if (this.#held) sounding.playback.hold();
    this.#sounding = sounding;
  }

  #reached(sounding: Sounding, sentence: number): void {
    if (this.#sounding === sounding) this.#options.onSentence(sounding.reply, sentence);
  }

  #over(sounding: Sounding, how: 'finished' | 'silent'): void {
    if (this.#sounding !== sounding) return;
    this.#sounding = undefined;
    this.#options.onEnd(sounding.reply, how);
  }
}
