const sampleRate = 16_000;

/** Marsaglia's xorshift: the same noise in every run. -1 to 1. */
function noiseSource(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state / 0x8000_0000;
  };
}

/**
 * A cordless drill at work, as a microphone an arm's length away hears one, root mean square 1. A motor's tone near
 * 330 Hz with harmonics falling about 4 dB an octave, its speed sagging and wandering under load; gear mesh a non-integer
 * ratio above; broadband roar of chips and air between 400 Hz and 6 kHz, swelling with the bite of the drill; and the
 * rattle of the chuck, some 30 clicks a second.
 */
export function drilling(samples: number, seed = 7): Float32Array {
  const random = noiseSource(seed);
  const noise = new Float32Array(samples);
  let phase = 0;
  let load = 0;
  let low = 0;
  let high = 0;
  let click = 0;
  let untilClick = 0;
  for (let i = 0; i < samples; i++) {
    load = Math.max(-1, Math.min(1, load * 0.99995 + random() * 0.006));
    phase += (330 * (1 - 0.08 * load)) / sampleRate;
    let motor = 0;
    for (let k = 1; k <= 16; k++) motor += Math.sin(2 * Math.PI * k * phase) * k ** -0.7;
    const gear = Math.sin(2 * Math.PI * 3.37 * phase) + 0.6 * Math.sin(2 * Math.PI * 6.74 * phase);
    const white = random();
    low += 0.9 * (white - low);
    high += 0.15 * (low - high);
    const roar = (low - high) * (1.4 + 0.6 * load);
    if (untilClick-- <= 0) {
      click = 1;
      untilClick = sampleRate / (30 + 8 * random());
    }
    click *= 0.97;
    noise[i] = 0.28 * motor + 0.22 * gear + 1.1 * roar + 0.9 * click * random();
  }
  const level = rms(noise);
  return noise.map((sample) => sample / level);
}

export function rms(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / samples.length);
}

/** Speech in noise: `ratio` dB between the level of the speech, pauses left out, and that of the noise. */
export function mixed(speech: Float32Array, noise: Float32Array, ratio: number, lead: number): Float32Array {
  const voiced = speech.filter((sample) => Math.abs(sample) > 0.01);
  const gain = rms(voiced) / 10 ** (ratio / 20);
  const both = noise.map((sample, i) => sample * gain + (speech[i - lead] ?? 0));
  const peak = both.reduce((most, sample) => Math.max(most, Math.abs(sample)), 1e-9);
  return peak > 0.99 ? both.map((sample) => (sample * 0.99) / peak) : both;
}
