import type { Language } from '#protocol/language';

/** Languages are compared by their first part: "en-GB" speaks "en". */
const speaks = (voice: SpeechSynthesisVoice, language: Language): boolean =>
  voice.lang.toLowerCase().split(/[-_]/)[0] === language;

/** A reply being spoken, and where in its sentence the synthesiser began and has come, in UTF-16 units. */
interface Turn {
  began: number;
  reached: number;
  /** The sentence was broken off to be gone on with. */
  cut: boolean;
}

/** The browser's own voice, where it has one for the language. */
export class BrowserVoice {
  readonly #synthesis: SpeechSynthesis | undefined = globalThis.speechSynthesis;
  #turn: Turn | undefined;
  #unlocked = false;
  /** Lets the reply go on; there while it is held. */
  #release: (() => void) | undefined;
  #held: Promise<void> | undefined;

  canSpeak(language: Language): boolean {
    return this.#voice(language) !== undefined;
  }

  /** On iPhones nothing is ever spoken until something was in a press: call it in one. Says nothing, once. */
  unlock(): void {
    if (this.#unlocked || !this.#synthesis) return;
    this.#unlocked = true;
    const nothing = new SpeechSynthesisUtterance('');
    nothing.volume = 0;
    this.#synthesis.speak(nothing);
  }

  /** Calls `listener` when browsers that load their voices late have them. */
  onVoices(listener: () => void): () => void {
    this.#synthesis?.addEventListener('voiceschanged', listener);
    return () => this.#synthesis?.removeEventListener('voiceschanged', listener);
  }

  /** Resolves with `true` when the last sentence has sounded, with `false` when it was stopped or could not be spoken. */
  async speak(
    sentences: readonly string[],
    language: Language,
    onSentence: (sentence: number) => void,
  ): Promise<boolean> {
    const synthesis = this.#synthesis;
    const voice = this.#voice(language);
    if (!synthesis || !voice) return false;
    const turn = { began: 0, reached: 0, cut: false };
    this.#turn = turn;
    for (const [index, sentence] of sentences.entries()) {
      turn.began = turn.reached = 0;
      if (!(await this.#say(synthesis, voice, sentence, turn, () => onSentence(index)))) return false;
    }
    this.#turn = undefined;
    return true;
  }

  /**
   * Silent at once. Not by `pause`: Chrome on Android ends the sentence with it, and elsewhere Chrome's network voices
   * stay silent for good when they are paused for 15 s. What remains of the sentence is spoken anew instead.
   */
  hold(): void {
    if (this.#held) return;
    this.#held = new Promise((resolve) => {
      this.#release = resolve;
    });
    if (!this.#turn) return;
    this.#turn.cut = true;
    this.#synthesis?.cancel();
  }

  /** Goes on at the start of the phrase it was cut in. */
  resume(): void {
    this.#held = undefined;
    this.#release?.();
  }

  stop(): void {
    this.#turn = undefined;
    this.#synthesis?.cancel();
  }

  /** One on the device answers at once and without a network. */
  #voice(language: Language): SpeechSynthesisVoice | undefined {
    const fitting = this.#synthesis?.getVoices().filter((voice) => speaks(voice, language)) ?? [];
    return (
      fitting.find((voice) => voice.localService && voice.default) ??
      fitting.find((voice) => voice.localService) ??
      fitting[0]
    );
  }

  /** Answers whether the sentence has sounded to its end, however often it was held. */
  async #say(
    synthesis: SpeechSynthesis,
    voice: SpeechSynthesisVoice,
    sentence: string,
    turn: Turn,
    onStart: () => void,
  ): Promise<boolean> {
    for (;;) {
      while (this.#held) await this.#held;
      if (this.#turn !== turn) return false;
      turn.cut = false;
      const spoken = await say(synthesis, voice, sentence.slice(turn.began), onStart, (unit) => {
        turn.reached = turn.began + unit;
      });
      if (this.#turn !== turn) return false;
      if (!turn.cut) return spoken;
      turn.began = phraseStart(sentence, turn.reached);
    }
  }
}

/** A voice that has not begun after so long, in milliseconds, never will: some browsers drop a sentence without a word. */
const beginsWithinMs = 5_000;

/** Where the phrase around this place begins: after the last comma, colon, dash or the like before it. */
function phraseStart(sentence: string, at: number): number {
  return /^.*[,;:–—，；：、]\s*/su.exec(sentence.slice(0, at))?.[0].length ?? 0;
}

function say(
  synthesis: SpeechSynthesis,
  voice: SpeechSynthesisVoice,
  text: string,
  onStart: () => void,
  onWord: (unit: number) => void,
): Promise<boolean> {
  return new Promise((resolve) => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    const over = (spoken: boolean) => {
      clearTimeout(late);
      resolve(spoken);
    };
    const late = setTimeout(() => {
      synthesis.cancel();
      over(false);
    }, beginsWithinMs);
    utterance.onstart = () => {
      clearTimeout(late);
      onStart();
    };
    utterance.onboundary = ({ charIndex }) => onWord(charIndex);
    utterance.onend = () => over(true);
    utterance.onerror = () => over(false);
    synthesis.speak(utterance);
  });
}
