import { InferenceSession, Tensor } from 'onnxruntime-node';
import { activityFrameSamples, type VoiceActivity } from './contract.ts';

/** Each frame is read together with the end of the one before it. */
const contextSamples = 64;
const stateSize = 128;
const sampleRate = new Tensor('int64', [16_000n], []);

/** Silero VAD v5's weights, loaded once for all streams. */
export class Silero {
  readonly #session: InferenceSession;

  private constructor(session: InferenceSession) {
    this.#session = session;
  }

  static async load(file: string): Promise<Silero> {
    return new Silero(await InferenceSession.create(file, { intraOpNumThreads: 1, interOpNumThreads: 1 }));
  }

  listen(): VoiceActivity {
    const input = new Float32Array(contextSamples + activityFrameSamples);
    let state = silence();
    return {
      next: async (frame) => {
        input.copyWithin(0, activityFrameSamples);
        input.set(frame, contextSamples);
        const outputs = await this.#session.run({
          input: new Tensor('float32', input, [1, input.length]),
          state,
          sr: sampleRate,
        });
        state = outputs.stateN as typeof state;
        return (outputs.output as Tensor).data[0] as number;
      },
      reset: () => {
        input.fill(0);
        state = silence();
      },
    };
  }

  async close(): Promise<void> {
    await this.#session.release();
  }
}

const silence = () => new Tensor('float32', new Float32Array(2 * stateSize), [2, 1, stateSize]);
