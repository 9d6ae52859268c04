import { join } from 'node:path';
import {
  type AutomaticSpeechRecognitionPipeline,
  env,
  LogitsProcessor,
  LogitsProcessorList,
  type PreTrainedTokenizer,
  pipeline,
  type Tensor,
} from '@xenova/transformers';
import type { HeardWord } from '#protocol';
import { choose, type TokenChoice } from '../choose.ts';
import type { Decoding, Recogniser } from '../contract.ts';

const sampleRate = 16_000;
/** Generous for any language: it only stops a model that repeats itself without end. */
const maxTokensPerSecond = 12;
const spareTokens = 8;

/** Sits in a model's generation loop and notes each greedy choice with its probability. */
class StepRecorder extends LogitsProcessor {
  readonly choices: TokenChoice[] = [];

  override _call(_inputIds: bigint[][], logits: Tensor): Tensor {
    const data = logits.data as Float32Array;
    this.choices.push(choose(data, 0, data.length));
    return logits;
  }
}

/** Confidence of words from a model that tells none: as good as a guess, so that read-back checks what matters. */
const unknownConfidence = 0.5;

const split = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/**
 * The words of `text`, each as sure as the least sure token that took part in it.
 *
 * @param decode text of the given tokens, special ones left out.
 */
function groupWords(
  text: string,
  choices: readonly TokenChoice[],
  decode: (tokens: number[]) => string,
): HeardWord[] {
  const words = split(text).map((word) => ({ text: word, confidence: Number.POSITIVE_INFINITY }));
  const tokens: number[] = [];
  let before = '';
  for (const { token, confidence } of choices) {
    tokens.push(token);
    const now = decode(tokens);
    if (now === before) continue;
    before = now;
    const word = words[split(now).length - 1];
    if (word) word.confidence = Math.min(word.confidence, confidence);
  }
  return words.map((word) => ({
    text: word.text,
    confidence: Number.isFinite(word.confidence) ? word.confidence : unknownConfidence,
  }));
}

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
