import { ThreadRecogniser } from '../../server/speech/pool/thread-recogniser.ts';
import type { RecogniserChoice } from '../../server/speech/recogniser/choice.ts';
import type { Recogniser } from '../../server/speech/recogniser/contract.ts';

/** Finals of one recogniser, by what they cost. */
export interface Timing {
  /** Milliseconds in finals since the last reset. */
  ms: number;
}

/** The product's recogniser with its finals timed; told of likely phrases, or left to hear freely. */
export const timed =
  (choice: RecogniserChoice, phrases: boolean, timing: Timing) => async (): Promise<Recogniser> => {
    const recogniser = await ThreadRecogniser.start(choice);
    return {
      decode: async (audio, draft, likely) => {
        const decoding = await recogniser.decode(audio, draft, phrases ? likely : undefined);
        // Partials are given no likely phrases.
        if (likely) timing.ms += decoding.decodeMs;
        return decoding;
      },
      close: () => recogniser.close(),
    };
  };
