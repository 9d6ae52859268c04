import type { Recogniser } from '../../server/speech/recogniser/contract.ts';
import { wordErrorRate } from '../../server/speech/testing/word-errors.ts';
import { type Clip, sampleRate, speechEnd } from './clips.ts';
import { mean } from './figures.ts';

/** The stream's cadence: from one partial to the next. */
const partialEvery = Math.round(0.19 * sampleRate);
const firstPartial = Math.round(0.45 * sampleRate);

export interface DecodeTimes {
  plain: number[];
  withDraft: number[];
  partials: number[];
  sherpa: number[];
  /** Mean word error rates of clips with a transcript. */
  errors: { plain: number; withDraft: number; sherpa: number };
  /** Share of clips whose final with a draft reads as the plain one. */
  same: number;
}

/** Decodes every clip by each way in turn, so that a busy moment of the machine falls on all alike. */
export async function measureDecodes(
  clips: readonly Clip[],
  ours: Recogniser,
  sherpa: (audio: Float32Array) => string,
  rounds: number,
): Promise<DecodeTimes> {
  const times: Omit<DecodeTimes, 'errors' | 'same'> = { plain: [], withDraft: [], partials: [], sherpa: [] };
  const errors: { plain: number; withDraft: number; sherpa: number }[] = [];
  let same = 0;
  for (let round = 0; round <= rounds; round++)
    for (const clip of clips) {
      const plain = await ours.decode(clip.audio, []);
      const { draft, partials } = await followPartials(clip, ours);
      const withDraft = await ours.decode(clip.audio, draft);
      const begun = performance.now();
      const sherpaText = sherpa(clip.audio);
      const sherpaMs = performance.now() - begun;
      // The first round warms caches and the compiler.
      if (round === 0) {
        const [plainText, draftText] = [plain, withDraft].map((d) => d.words.map((w) => w.text).join(' '));
        if (plainText === draftText) same++;
        const rate = (heard: string | undefined) => wordErrorRate(clip.text ?? '', heard ?? '');
        if (clip.text)
          errors.push({ plain: rate(plainText), withDraft: rate(draftText), sherpa: rate(sherpaText) });
        continue;
      }
      times.plain.push(plain.decodeMs);
      times.withDraft.push(withDraft.decodeMs);
      times.partials.push(...partials);
      times.sherpa.push(sherpaMs);
    }
  const meanOf = (way: keyof DecodeTimes['errors']) => mean(errors.map((error) => error[way]));
  return {
    ...times,
    errors: { plain: meanOf('plain'), withDraft: meanOf('withDraft'), sherpa: meanOf('sherpa') },
    same: same / clips.length,
  };
}

/** Partials as the stream asks for them while the clip is spoken; the last one's tokens are the final's draft. */
async function followPartials(
  clip: Clip,
  ours: Recogniser,
): Promise<{ draft: number[]; partials: number[] }> {
  let draft: number[] = [];
  const partials: number[] = [];
  for (let end = firstPartial; end < speechEnd(clip); end += partialEvery) {
    const partial = await ours.decode(clip.audio.slice(0, end), draft);
    draft = partial.tokens;
    partials.push(partial.decodeMs);
  }
  return { draft, partials };
}
