import { join } from 'node:path';
import {
  type AutomaticSpeechRecognitionPipeline,
  env,
  LogitsProcessorList,
  type PreTrainedTokenizer,
  pipeline,
} from '@xenova/transformers';
import type { Decoding, Recogniser } from '../contract.ts';
import { groupWords } from './group-words.ts';
import { StepRecorder } from './step-recorder.ts';

const sampleRate = 16_000;
/** Generous for any language: it only stops a model that repeats itself without end. */
const maxTokensPerSecond = 12;
const spareTokens = 8;

/**
 * Any Hugging Face speech model that transformers.js runs: Whisper, wav2vec2 and more. Looked for in `models` first
 * (`<models>/<name>/`), then fetched from the hub into `<models>/hub/`. Drafts are not used.
 */
export class TransformersRecogniser implements Recogniser {
  readonly #pipe: AutomaticSpeechRecognitionPipeline;
  readonly #language: string | undefined;

  private constructor(pipe: AutomaticSpeechRecognitionPipeline, language: string | undefined) {
    this.#pipe = pipe;
    this.#language = language;
  }

  static async load(options: {
    model: string;
    models: string;
    language?: string;
  }): Promise<TransformersRecogniser> {
    env.localModelPath = options.models;
    env.cacheDir = join(options.models, 'hub');
    const pipe = await pipeline('automatic-speech-recognition', options.model, {
      dtype: 'q8',
      device: 'cpu',
      session_options: { intraOpNumThreads: 1, interOpNumThreads: 1 },
    });
    return new TransformersRecogniser(pipe, options.language);
  }

  async decode(audio: Float32Array): Promise<Decoding> {
    const begun = performance.now();
    const recorder = new StepRecorder();
    const recorders = new LogitsProcessorList();
    recorders.push(recorder);
    const output = await this.#pipe(audio, {
      max_new_tokens: Math.ceil((audio.length / sampleRate) * maxTokensPerSecond) + spareTokens,
      logits_processor: recorders,
      ...(this.#language && { language: this.#language, task: 'transcribe' }),
    });
    const tokenizer: PreTrainedTokenizer = this.#pipe.tokenizer;
    const words = groupWords(output.text, recorder.choices, (tokens) =>
      tokenizer.decode(tokens, { skip_special_tokens: true }),
    );
    return { words, tokens: [], decodeMs: performance.now() - begun };
  }

  async close(): Promise<void> {
    await this.#pipe.dispose();
  }
}
