/** Zero crossings of the filter on each side: passes speech up to 6 kHz whole, nothing beyond 8 kHz comes back as noise. */
const zeroCrossings = 20;
/** Middle of the transition band as a part of the lower Nyquist frequency. */
const rolloff = 0.89;
/** Kaiser window's shape: about 75 dB of stop-band attenuation. */
const beta = 7.5;

/**
 * Changes the rate of a stream of samples by a windowed-sinc filter (Smith, "Digital Audio Resampling"). The ratio is a
 * fraction of integers, so its few filter phases are computed once.
 */
export class Resampler {
  readonly #step: number;
  readonly #phases: Float32Array[];
  readonly #taps: number;
  #held: Float32Array;
  #heldLength: number;
  /** Of the next output: first sample it needs, and phase between samples. */
  #at = 0;
  #phase = 0;

  /** Rates in hertz. */
  constructor(from: number, to: number) {
    const divisor = greatestCommonDivisor(from, to);
    const phases = to / divisor;
    this.#step = from / divisor;
    const cutoff = (Math.min(from, to) / from) * rolloff;
    const half = Math.ceil(zeroCrossings / (Math.min(from, to) / from));
    this.#taps = 2 * half;
    this.#phases = Array.from({ length: phases }, (_, phase) => filterPhase(phase / phases, half, cutoff));
    this.#held = new Float32Array(this.#taps);
    // The first output is centred on the first sample: silence lies before it.
    this.#heldLength = half - 1;
  }

  /** Samples at the new rate that the input so far allows. */
  process(input: Float32Array): Float32Array {
    this.#hold(input);
    const phases = this.#phases.length;
    const output: number[] = [];
    while (this.#at + this.#taps <= this.#heldLength) {
      const filter = this.#phases[this.#phase] as Float32Array;
      let sum = 0;
      for (let tap = 0; tap < this.#taps; tap++)
        sum += (filter[tap] as number) * (this.#held[this.#at + tap] as number);
      output.push(sum);
      const next = this.#phase + this.#step;
      this.#at += Math.floor(next / phases);
      this.#phase = next % phases;
    }
    return Float32Array.from(output);
  }

  /** Keeps what later outputs need and puts the input behind it. */
  #hold(input: Float32Array): void {
    const drop = Math.min(this.#at, this.#heldLength);
    const kept = this.#heldLength - drop;
    const needed = kept + input.length;
    const held = needed > this.#held.length ? new Float32Array(needed * 2) : this.#held;
    held.set(this.#held.subarray(drop, this.#heldLength));
    held.set(input, kept);
    this.#held = held;
    this.#heldLength = needed;
    this.#at -= drop;
  }
}

/** Filter taps for an output that lies `offset` of a sample after an input sample. */
function filterPhase(offset: number, half: number, cutoff: number): Float32Array {
  const taps = Float32Array.from({ length: 2 * half }, (_, tap) => {
    const distance = tap - (half - 1) - offset;
    const angle = Math.PI * cutoff * distance;
    const sinc = angle === 0 ? 1 : Math.sin(angle) / angle;
    return sinc * kaiser(distance / half);
  });
  const gain = taps.reduce((sum, tap) => sum + tap, 0);
  return taps.map((tap) => tap / gain);
}

function kaiser(position: number): number {
  return Math.abs(position) > 1 ? 0 : bessel(beta * Math.sqrt(1 - position ** 2)) / bessel(beta);
}

/** Modified Bessel function of the first kind, order zero, by its power series. */
function bessel(x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-12; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
