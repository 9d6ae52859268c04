/** Samples a frame at 16 kHz: 32 ms, the step Silero's model was trained for. */
export const activityFrameSamples = 512;
export const activityFrameMs = 32;

/** Hears whether someone speaks. One for each stream: it remembers what came before. */
export interface VoiceActivity {
  /** Probability, 0-1, that the next frame (`activityFrameSamples`, 16 kHz mono) is speech. Frames come in order, one at a time. */
  next(frame: Float32Array): Promise<number>;
  /** Forgets what it heard: the audio that follows does not continue it. */
  reset(): void;
}
