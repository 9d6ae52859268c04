export type { CaptionedSpeaker, Captions } from './contract.ts';
export { createCaptions } from './create-captions.ts';
