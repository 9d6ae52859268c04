export type * from './contract.ts';
export { createSpeech, type SpeechOptions } from './speech.ts';
