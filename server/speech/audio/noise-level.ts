const frame = 320;
/** Speech that stands out less than this has noise around it, in decibels. */
const clearRange = 18;

/**
 * Whether what was said stands in noise: how far the loud 20 ms frames lie above the quiet ones. An utterance is kept with
 * what was heard before and after it, so that both are in it.
 *
 * @param audio 16 kHz mono, -1 to 1.
 */
export function isNoisy(audio: Float32Array): boolean {
  const levels: number[] = [];
  for (let at = 0; at + frame <= audio.length; at += frame) {
    let energy = 0;
    for (let i = at; i < at + frame; i++) energy += (audio[i] as number) ** 2;
    levels.push(10 * Math.log10(energy / frame + 1e-10));
  }
  levels.sort((one, other) => one - other);
  const at = (share: number) => levels[Math.floor(share * (levels.length - 1))] ?? 0;
  return at(0.9) - at(0.1) < clearRange;
}
