import Type, { type Static } from 'typebox';

/** Languages of the interface and of replies. Speech is English. */
export const Language = Type.Union([Type.Literal('en'), Type.Literal('zh')]);
export type Language = Static<typeof Language>;
