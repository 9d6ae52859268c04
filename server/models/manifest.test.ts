import { describe, expect, test } from 'vitest';
import { modelsFor, modelsNamed, readManifest } from './manifest.ts';

const manifest = readManifest();

describe('the manifest', () => {
  test('names every file once and says how it may be used', () => {
    const hashes = manifest.models.flatMap(({ files }) => files.map(({ sha256 }) => sha256));
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(manifest.models.every(({ licence }) => licence.spdx === 'MIT')).toBe(true);
  });

  test.each([
    ['moonshine-tiny', ['moonshine-tiny', 'silero-vad']],
    ['moonshine-base', ['moonshine-base', 'silero-vad']],
    ['onnx-community/whisper-base', ['silero-vad']],
  ])('with the recogniser %s a server needs %j', (recogniser, ids) => {
    expect(modelsFor(recogniser, manifest).map(({ id }) => id)).toEqual(ids);
  });

  test('an unknown model is refused by name', () => {
    expect(() => modelsNamed(['moonshine-huge'], manifest)).toThrow(
      /no model "moonshine-huge".*moonshine-tiny/s,
    );
  });
});
