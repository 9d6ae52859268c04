import { replySampleRate } from '#protocol';

/** About -46 dB of full scale: under the quietest fricative of the voices used, above their noise floor. */
const audible = 160;
const leadSamples = 0.02 * replySampleRate;
const tailSamples = 0.12 * replySampleRate;

/** Without the quiet before and after speech, save for 20 ms and 120 ms so that no sound is clipped and sentences keep apart. */
export function trimSilence(pcm: Int16Array): Int16Array<ArrayBuffer> {
  const isAudible = (sample: number) => Math.abs(sample) > audible;
  const first = pcm.findIndex(isAudible);
  if (first < 0) return new Int16Array(0);
  const last = pcm.findLastIndex(isAudible);
  return pcm.slice(Math.max(0, first - leadSamples), last + 1 + tailSamples);
}
