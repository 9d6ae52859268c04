import type { Speech, SpeechEvent, SpeechStream, SpeechStreamOptions } from '../../server/speech/contract.ts';

/** A stream whose events the test fires itself, and which keeps the audio it was given. */
export interface DrivenStream {
  audio: number[];
  flushes: number;
  /** How long each frame sounds. */
  frameMs: number;
  closed: boolean;
  fire: (event: SpeechEvent) => void;
  /** Fires what a spoken sentence gives. */
  say: (utterance: number, text: string) => void;
}

/** Speech recognition in the test's hands: for what the socket does with speech, not for what is heard. */
export class DrivenSpeech implements Speech {
  readonly streams: DrivenStream[] = [];
  /** The lists it was to get ready for. */
  frameMs = 20;
  readonly prepared: (readonly string[])[] = [];
  readonly #waiting: ((stream: DrivenStream) => void)[] = [];

  /** The stream opened next, or the first one when there is one. */
  async stream(): Promise<DrivenStream> {
    return this.streams[0] ?? new Promise((resolve) => this.#waiting.push(resolve));
  }

  async open({ on }: SpeechStreamOptions): Promise<SpeechStream> {
    const stream: DrivenStream = {
      audio: [],
      flushes: 0,
      frameMs: this.frameMs,
      closed: false,
      fire: on,
      say: (utterance, text) => {
        on({ type: 'speech_started', utterance });
        on({ type: 'final', utterance, text, words: [], audioMs: 900, latencyMs: 120 });
      },
    };
    this.streams.push(stream);
    for (const resolve of this.#waiting.splice(0)) resolve(stream);
    return {
      push: (payload) => {
        stream.audio.push(...payload);
        return stream.frameMs;
      },
      flush: async () => {
        stream.flushes += 1;
      },
      close: () => {
        stream.closed = true;
      },
    };
  }

  prepare(commands: readonly string[]): void {
    this.prepared.push(commands);
  }

  async close(): Promise<void> {}
}
