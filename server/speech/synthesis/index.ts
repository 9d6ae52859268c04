import type { Synthesis } from '../contract.ts';
import type { FliteVoice } from './flite-messages.ts';
import { FliteSynthesis } from './flite-synthesis.ts';

export { type FliteVoice, fliteVoices } from './flite-messages.ts';
export { speakable } from './flite-synthesis.ts';

/** The server's own voice. Its thread starts with the first sentence. */
export const createSynthesis = ({ voice = 'slt' }: { voice?: FliteVoice } = {}): Synthesis =>
  new FliteSynthesis(voice);
