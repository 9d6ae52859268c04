import { mkdirSync } from 'node:fs';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import llama from 'llama-tokenizer-js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readSettings } from '../../../config.ts';
import { modelFile } from '../../model-file.ts';
import { spoken } from '../../testing/spoken.ts';
import { vocabularySize } from '../moonshine/vocabulary.ts';
import { TransformersRecogniser } from './transformers.ts';

const { HEXKEY_MODELS } = readSettings({});
let models: string;

/** Moonshine's weights in the folder layout of the Hugging Face hub. */
beforeAll(async () => {
  models = await mkdtemp(join(tmpdir(), 'hexkey-hub-'));
  const folder = join(models, 'shop', 'listener');
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  for (const part of ['encoder_model', 'decoder_model_merged'])
    await symlink(
      modelFile(HEXKEY_MODELS, 'moonshine-tiny', `${part}.onnx`),
      join(folder, 'onnx', `${part}_quantized.onnx`),
    );
  const write = (name: string, content: object) => writeFile(join(folder, name), JSON.stringify(content));
  await write('config.json', {
    model_type: 'moonshine',
    architectures: ['MoonshineForConditionalGeneration'],
    is_encoder_decoder: true,
    hidden_size: 288,
    vocab_size: vocabularySize,
    encoder_num_hidden_layers: 6,
    encoder_num_attention_heads: 8,
    encoder_num_key_value_heads: 8,
    decoder_num_hidden_layers: 6,
    decoder_num_attention_heads: 8,
    decoder_num_key_value_heads: 8,
    bos_token_id: 1,
    eos_token_id: 2,
    decoder_start_token_id: 1,
  });
  await write('generation_config.json', { bos_token_id: 1, eos_token_id: 2, decoder_start_token_id: 1 });
  await write('preprocessor_config.json', {
    feature_extractor_type: 'MoonshineFeatureExtractor',
    processor_class: 'MoonshineProcessor',
    sampling_rate: 16_000,
  });
  await write('tokenizer_config.json', {
    tokenizer_class: 'LlamaTokenizer',
    bos_token: '<s>',
    eos_token: '</s>',
  });
  await write('tokenizer.json', tokenizer());
}, 60_000);

afterAll(() => rm(models, { recursive: true, force: true }));

it('runs a speech model from a local folder and tells how sure each word is', async () => {
  const recogniser = await TransformersRecogniser.load({ model: 'shop/listener', models });
  const pcm = await spoken('Where is my order?', { leadMs: 200, tailMs: 200 });
  const { words } = await recogniser.decode(Float32Array.from(pcm, (sample) => sample / 32_768));
  await recogniser.close();
  expect(words.map((word) => word.text.toLowerCase())).toEqual(['where', 'is', 'my', 'order?']);
  for (const { confidence } of words) {
    expect(confidence).toBeGreaterThan(0.3);
    expect(confidence).toBeLessThanOrEqual(1);
  }
});

function tokenizer(): object {
  const texts = Array.from({ length: vocabularySize }, (_, id) => llama.vocabById[id] ?? `<extra_${id}>`);
  const special = ['<unk>', '<s>', '</s>'].map((content, id) => ({ id, content, special: true }));
  return {
    version: '1.0',
    added_tokens: special.map((token) => ({
      ...token,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
    })),
    normalizer: null,
    pre_tokenizer: null,
    post_processor: null,
    decoder: {
      type: 'Sequence',
      decoders: [
        { type: 'Replace', pattern: { String: '\u2581' }, content: ' ' },
        { type: 'ByteFallback' },
        { type: 'Fuse' },
        { type: 'Strip', content: ' ', start: 1, stop: 0 },
      ],
    },
    model: {
      type: 'BPE',
      unk_token: '<unk>',
      byte_fallback: true,
      vocab: Object.fromEntries(texts.map((text, id) => [text, id])),
      merges: [],
    },
  };
}
