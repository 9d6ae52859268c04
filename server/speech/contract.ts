import type { AudioFormat, Expecting, HeardWord, TranscriptWord } from '#protocol';

/** What the recogniser's output is matched against: words this shopper is likely to say now. */
export interface SpeechHints {
  /** Product names, street names, commands: phrases a recogniser tends to mishear. */
  phrases: string[];
  /** Whole utterances that are likely now, such as "next step": what sounds like one as a whole is taken for it. */
  commands?: string[];
  /** Of the commands, those that cost too much to be guessed: they are taken where they are heard, never out of noise. */
  notFromNoise?: string[];
  /** The caller's own order numbers, "SO-45192". */
  orderNumbers: string[];
  /** What the dialogue waits for; endpointing is patient or quick accordingly. */
  expecting: Expecting;
}

/** Writes heard words as a person would: "four five one nine two" is 45192. */
export type InverseTextNormalize = (
  words: HeardWord[],
  hints: SpeechHints,
) => { text: string; words: TranscriptWord[] };

/** Speech as it happens on one stream, in the order of the fields' first appearance; `utterance` counts from 1. */
export type SpeechEvent =
  /** Speech was found. Barge-in is decided on this and the partials that follow. */
  | { type: 'speech_started'; utterance: number }
  /** The words so far; may change with the next one. At least every 300 ms while someone speaks and load allows it. */
  | {
      type: 'partial';
      utterance: number;
      text: string;
      /** How sure the words are together, 0-1; absent where that is not known. */
      sure?: number;
    }
  /** The speaker has finished. `text` is written out (numbers, spellings) and repaired against the hints. */
  | {
      type: 'final';
      utterance: number;
      text: string;
      words: TranscriptWord[];
      /** Length of the utterance's audio, pre-roll and tail included. */
      audioMs: number;
      /** From the last spoken sample's arrival to this event. */
      latencyMs: number;
    }
  /** Sound that held no words. */
  | { type: 'no_words'; utterance: number; noisy?: true }
  /** Partials are being dropped so that finals stay in time, or no longer are. */
  | { type: 'load'; level: 'normal' | 'busy' }
  /** The utterance is lost for a reason the speaker should hear; the stream goes on. */
  | { type: 'error'; utterance: number; error: Error };

/** One talker's audio. Events never fire inside a call to `push`. */
export interface SpeechStream {
  /**
   * One frame's payload in the stream's audio format. Answers how long it sounds, in milliseconds. Throws
   * `unsupported_audio` on bytes that cannot be decoded, `overloaded` where too much waits to be heard.
   */
  push(payload: Uint8Array): number;
  /** The microphone was switched off: whatever was said so far becomes final. Resolves when it has. */
  flush(): Promise<void>;
  close(): void;
}

/** How sure words are together, 0-1. */
export const sureness = (words: readonly Pick<HeardWord, 'confidence'>[]): number =>
  words.length === 0 ? 0 : words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length;

/** Our own voice as it sounds on the talker's device. */
export interface OwnVoice {
  /** 16 kHz mono, -1 to 1, from its beginning on; more may come while it sounds. */
  samples: Float32Array;
  /** When it began to sound, on `performance.now()`'s clock, as far as is known. */
  startedAt: number;
}

export interface SpeechStreamOptions {
  audio: AudioFormat;
  hints: () => SpeechHints;
  /** What we say ourselves, while it sounds and a moment longer: its echo is taken out of the sound. */
  ownVoice?: () => OwnVoice | undefined;
  on: (event: SpeechEvent) => void;
}

export interface Speech {
  open(options: SpeechStreamOptions): Promise<SpeechStream>;
  /** Gets ready for whole utterances that will be likely soon, without holding up those that are spoken now. */
  prepare(commands: readonly string[]): void;
  close(): Promise<void>;
}

/** Speaks text, sentence by sentence. */
export interface Synthesis {
  /** 16 kHz mono PCM of one sentence. Rejects with the signal's reason when aborted. */
  speak(sentence: string, signal?: AbortSignal): Promise<Int16Array>;
  close(): Promise<void>;
}
