import Type, { type Static } from 'typebox';

/** A token group as it was heard, before numbers and spellings were written out. `confidence` runs 0-1. */
export const HeardWord = Type.Object({
  text: Type.String(),
  confidence: Type.Number({ minimum: 0, maximum: 1 }),
});
export type HeardWord = Static<typeof HeardWord>;

/**
 * A word of a final transcript as written: "45192" with the five words it was heard as. Its confidence is the lowest
 * of theirs; read-back asks again only for the doubtful ones.
 */
export const TranscriptWord = Type.Object({
  text: Type.String(),
  confidence: Type.Number({ minimum: 0, maximum: 1 }),
  heard: Type.Array(HeardWord),
});
export type TranscriptWord = Static<typeof TranscriptWord>;
