import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import llama from 'llama-tokenizer-js';
import { vocabularySize } from '../../server/speech/recogniser/moonshine/vocabulary.ts';
import { sampleRate } from './clips.ts';

const require = createRequire(import.meta.url);

/** As much of sherpa-onnx-node, which has no types, as is used here. */
interface Sherpa {
  OfflineRecognizer: new (
    config: object,
  ) => {
    createStream(): { acceptWaveform(audio: { sampleRate: number; samples: Float32Array }): void };
    decode(stream: object): void;
    getResult(stream: object): { text: string };
  };
}

/** The folder of sherpa-onnx's libraries, which the loader must find before the process starts. */
export const libraryFolder = (): string =>
  dirname(require.resolve(`sherpa-onnx-${process.platform}-${process.arch}/package.json`));

/** sherpa-onnx's own Moonshine on the same weights, one thread. */
export function openSherpa(files: { encoder: string; decoder: string }): (audio: Float32Array) => string {
  const folder = mkdtempSync(join(tmpdir(), 'hexkey-sherpa-'));
  const tokens = join(folder, 'tokens.txt');
  writeFileSync(tokens, tokenLines().join(''));
  const sherpa = require('sherpa-onnx-node') as Sherpa;
  const recogniser = new sherpa.OfflineRecognizer({
    featConfig: { sampleRate, featureDim: 80 },
    modelConfig: {
      moonshine: { encoder: files.encoder, mergedDecoder: files.decoder },
      tokens,
      numThreads: 1,
      debug: 0,
      provider: 'cpu',
    },
  });
  rmSync(folder, { recursive: true });
  return (samples) => {
    const stream = recogniser.createStream();
    stream.acceptWaveform({ sampleRate, samples });
    recogniser.decode(stream);
    return recogniser.getResult(stream).text;
  };
}

/** Its tokens file: base64 of the text, a tab, the id. */
const tokenLines = (): string[] =>
  Array.from(
    { length: vocabularySize },
    (_, id) => `${Buffer.from(llama.vocabById[id] ?? `<extra_${id}>`).toString('base64')}\t${id}\n`,
  );
