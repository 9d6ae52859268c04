/** What the recogniser hears, in hertz. */
export const voiceRate = 16_000;
/** 20 ms. */
export const frameSamples = voiceRate / 50;

/** What the worklet posts: one frame, and how loud it is from 0 to 1. */
export interface MicrophoneFrame {
  pcm: Int16Array<ArrayBuffer>;
  level: number;
}

/** Quieter than this is nothing on a meter, in decibels below full scale. */
const floorDb = -60;

export function toFrame(samples: Float32Array): MicrophoneFrame {
  let power = 0;
  const pcm = new Int16Array(samples.length);
  samples.forEach((sample, i) => {
    power += sample ** 2;
    pcm[i] = Math.round(Math.max(-1, Math.min(1, sample)) * 32767);
  });
  const db = 10 * Math.log10(power / samples.length + 1e-12);
  return { pcm, level: Math.max(0, Math.min(1, 1 - db / floorDb)) };
}
