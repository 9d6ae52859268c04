import type { Language } from '../../server/protocol/language.ts';

/** Languages are compared by their first part: "en-GB" speaks "en". */
const speaks = (voice: SpeechSynthesisVoice, language: Language): boolean =>
  voice.lang.toLowerCase().split(/[-_]/)[0] === language;

/** The browser's own voice, where it has one for the language. */
export class BrowserVoice {
  readonly #synthesis: SpeechSynthesis | undefined = globalThis.speechSynthesis;
  #speaking: object | undefined;

  canSpeak(language: Language): boolean {
    return this.#voice(language) !== undefined;
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
    const turn = {};
    this.#speaking = turn;
    for (const [index, sentence] of sentences.entries()) {
      const spoken = await say(synthesis, voice, sentence, () => onSentence(index));
      if (!spoken || this.#speaking !== turn) return false;
    }
    this.#speaking = undefined;
    return true;
  }

  /** A browser's voice cannot be made quieter while it speaks: it waits. */
  duck(on: boolean): void {
    if (!this.#speaking) return;
    if (on) this.#synthesis?.pause();
    else this.#synthesis?.resume();
  }

  stop(): void {
    this.#speaking = undefined;
    this.#synthesis?.cancel();
    // A paused synthesiser would keep silent for the next reply.
    this.#synthesis?.resume();
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
}

function say(
  synthesis: SpeechSynthesis,
  voice: SpeechSynthesisVoice,
  sentence: string,
  onStart: () => void,
): Promise<boolean> {
  return new Promise((resolve) => {
    const utterance = new SpeechSynthesisUtterance(sentence);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onstart = onStart;
    utterance.onend = () => resolve(true);
    utterance.onerror = () => resolve(false);
    synthesis.speak(utterance);
  });
}
