/** CMU's slt is the clearest to listeners and recognisers; the others are for hearing many speakers in tests. */
export const fliteVoices = ['slt', 'rms', 'awb', 'kal16'] as const;
export type FliteVoice = (typeof fliteVoices)[number];

/** To the synthesis thread. */
export interface FliteRequest {
  id: number;
  text: string;
  voice: FliteVoice;
}

/** From the synthesis thread: 16 kHz mono PCM with the silence around it trimmed. */
export type FliteAnswer = { id: number; pcm: Int16Array<ArrayBuffer> } | { id: number; failed: string };
