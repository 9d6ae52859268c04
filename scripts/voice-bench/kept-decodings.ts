import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import { HeardWord } from '#protocol';
import type { Decoding, Recogniser } from '../../server/speech/recogniser/contract.ts';

const KeptDecoding = Type.Object({
  key: Type.String(),
  decoding: Type.Object({
    words: Type.Array(HeardWord),
    tokens: Type.Array(Type.Integer()),
    decodeMs: Type.Number(),
    phrase: Type.Optional(Type.Array(HeardWord)),
    overNoise: Type.Optional(Type.Literal(true)),
  }),
});
type KeptDecoding = Static<typeof KeptDecoding>;

const keyOf = (audio: Float32Array, likely: readonly string[]) =>
  createHash('sha1')
    .update(new Uint8Array(audio.buffer, audio.byteOffset, audio.byteLength))
    .update(likely.join('\n'))
    .digest('base64');

/**
 * Decodes every sound once: what follows from a decoding is tried again without decoding. Drafts are left out, so that the
 * same sound is heard the same in every run.
 *
 * @param file JSON lines; must be removed whenever the recogniser itself changes.
 */
export function keptDecodings(recogniser: () => Promise<Recogniser>, file: string | undefined): Recogniser {
  const kept = new Map<string, Decoding>();
  if (file && existsSync(file))
    for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
      const { key, decoding }: KeptDecoding = Value.Parse(KeptDecoding, JSON.parse(line));
      kept.set(key, decoding);
    }
  let loaded: Promise<Recogniser> | undefined;
  return {
    async decode(audio, _draft, likely = [], words = []) {
      const key = keyOf(audio, [...likely, '', ...words]);
      const known = kept.get(key);
      if (known) return known;
      loaded ??= recogniser();
      const decoding = await (await loaded).decode(audio, [], likely, words);
      kept.set(key, decoding);
      if (file) appendFileSync(file, `${JSON.stringify({ key, decoding })}\n`);
      return decoding;
    },
    close: async () => (await loaded)?.close(),
  };
}
