import { activityFrameSamples } from '../activity/contract.ts';
import type { OwnVoice } from '../contract.ts';
import { speechRate } from './decoder.ts';

/**
 * Between our voice's beginning and its echo, in seconds: in it are what clocks and networks may be wrong by, and that a page
 * holds the voice for a moment while it hears somebody speak.
 */
const earliest = -0.3;
const latest = 2;
/** Of the microphone, so much is compared with our voice. */
const compared = 4_096;
/** The search goes over every fourth sample; its best place is then found exactly. */
const coarse = 4;
/** Frames from one search to the next, at first and once nothing was found for long. */
const searchEvery = 2;
const searchSeldom = 16;
const impatientSearches = 12;
/** Quieter than -60 dB of full scale nothing is heard, an echo no more than anything else. */
const audible = 1e-6;
/** So like our voice a sound must be that a place is tried. */
const alike = 0.3;
/** A place is right where, over so many frames (0.2 s), subtracting takes away so much of the sound. */
const triedFrames = 6;
const rightPlace = 0.5;
/** A sound as like our voice as this is nothing else: it need not be tried. */
const same = 0.92;

/** The filter reaches from a little before the place that was found over a small room's first reflections. */
const before = 32;
const taps = 256;
/** Step of the normalised least mean squares filter. */
const step = 0.25;
/** Where less than this share of the sound is left, it was an echo and nothing else, and is left out. */
const onlyEcho = 0.12;
/** Of so many frames in a row (0.4 s) it explains next to nothing: the voice was held and goes on later. */
const lostFrames = 12;
const nothing = 0.1;
/** While the filter explains less than this, somebody speaks over our voice: it learns nothing. */
const learnsAbove = 0.5;

/**
 * Takes the echo of our own voice out of a microphone that does not do so itself: where our voice is found in the sound by
 * cross-correlation, a normalised least mean squares filter (Haykin, Adaptive Filter Theory) follows its way through the
 * room, and what it foretells is subtracted. Sound without an echo is left as it is.
 */
export class EchoCanceller {
  readonly #voice: () => OwnVoice | undefined;
  readonly #recent = new Float32Array(compared);
  #weights: Float32Array | undefined;
  #startedAt = Number.NaN;
  /** Where in our voice the sound of the microphone that comes now was spoken. */
  #position = 0;
  #frames = 0;
  #searches = 0;
  #unexplained = 0;
  /** Frames for which the place was followed, and the share of the sound that it explained. */
  #tried = 0;
  #triedShare = 0;

  /** @param voice what sounds now or did until a moment ago; undefined where nothing does. */
  constructor(voice: () => OwnVoice | undefined) {
    this.#voice = voice;
  }

  /** The frame without the echo; the frame itself where there is none. */
  clean(frame: Float32Array, arrivedAt: number): Float32Array {
    this.#recent.copyWithin(0, frame.length);
    this.#recent.set(frame, compared - frame.length);
    const voice = this.#voice();
    if (!voice) {
      this.#weights = undefined;
      return frame;
    }
    if (voice.startedAt !== this.#startedAt) {
      this.#startedAt = voice.startedAt;
      this.#weights = undefined;
      this.#searches = 0;
    }
    this.#frames++;
    if (!this.#weights) this.#search(voice, arrivedAt);
    if (!this.#weights) return frame;
    const at = this.#position + before;
    this.#position += frame.length;
    const { left, explained } = foretell(frame, voice.samples, this.#weights, at);
    if (this.#tried < triedFrames) {
      this.#try(explained);
      return frame;
    }
    if (explained >= learnsAbove) learn(frame, voice.samples, this.#weights, at);
    else this.#notice(explained, frame);
    return 1 - explained < onlyEcho ? new Float32Array(frame.length) : left;
  }

  /** Follows a place for a moment before it is believed. */
  #try(explained: number): void {
    this.#tried++;
    this.#triedShare += explained / triedFrames;
    if (this.#tried === triedFrames && this.#triedShare < rightPlace) this.#weights = undefined;
  }

  /** Where our voice is held and goes on later, the place is looked for anew. */
  #notice(explained: number, frame: Float32Array): void {
    this.#unexplained = explained < nothing && power(frame) >= audible ? this.#unexplained + 1 : 0;
    if (this.#unexplained >= lostFrames) this.#weights = undefined;
  }

  #search(voice: OwnVoice, arrivedAt: number): void {
    const every = this.#searches < impatientSearches ? searchEvery : searchSeldom;
    if (this.#frames % every !== 0 || power(this.#recent) < audible) return;
    this.#searches++;
    const sounded = ((arrivedAt - voice.startedAt) / 1_000) * speechRate;
    const place = findPlace(this.#recent, voice.samples, {
      from: Math.round(sounded - latest * speechRate) - compared,
      to: Math.round(sounded - earliest * speechRate) - compared,
    });
    if (!place) return;
    this.#unexplained = 0;
    this.#tried = place.likeness >= same ? triedFrames : 0;
    this.#triedShare = 0;
    this.#weights = new Float32Array(taps);
    this.#weights[before] = place.gain;
    // The frame that is heard now is the end of what was compared.
    this.#position = place.at + compared - activityFrameSamples;
  }
}

/** What is left of the frame without the echo, and the share of the sound that is gone. `at`: the voice's newest sample in it. */
function foretell(
  frame: Float32Array,
  voice: Float32Array,
  weights: Float32Array,
  at: number,
): { left: Float32Array; explained: number } {
  const left = new Float32Array(frame.length);
  for (let i = 0; i < frame.length; i++) {
    let echo = 0;
    for (let tap = 0; tap < taps; tap++) echo += (weights[tap] as number) * (voice[at + i - tap] ?? 0);
    left[i] = (frame[i] as number) - echo;
  }
  const all = power(frame);
  return { left, explained: all < audible ? 0 : 1 - power(left) / all };
}

/** Brings the filter nearer to the echo, sample by sample. */
function learn(frame: Float32Array, voice: Float32Array, weights: Float32Array, at: number): void {
  for (let i = 0; i < frame.length; i++) {
    let echo = 0;
    let norm = 1e-4;
    for (let tap = 0; tap < taps; tap++) {
      const spoken = voice[at + i - tap] ?? 0;
      echo += (weights[tap] as number) * spoken;
      norm += spoken * spoken;
    }
    const change = (step * ((frame[i] as number) - echo)) / norm;
    for (let tap = 0; tap < taps; tap++)
      weights[tap] = (weights[tap] as number) + change * (voice[at + i - tap] ?? 0);
  }
}

const power = (samples: Float32Array): number => {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return sum / samples.length;
};

interface Place {
  /** Sample of the voice at which the sound begins. */
  at: number;
  /** How loud the voice is in it. */
  gain: number;
  /** 0-1. */
  likeness: number;
}

/**
 * Where in `voice`, between two of its samples, the sound was spoken, nothing having been before its beginning; undefined
 * where no place is like it.
 */
function findPlace(
  sound: Float32Array,
  voice: Float32Array,
  { from, to }: { from: number; to: number },
): Place | undefined {
  const first = Math.max(-sound.length, from);
  const last = Math.min(voice.length - sound.length, to);
  if (last <= first) return undefined;
  const spoken = new Float32Array(last - first + sound.length);
  const begins = Math.max(0, -first);
  spoken.set(voice.subarray(first + begins, last + sound.length), begins);
  const rough = likest(thinned(sound), thinned(spoken));
  if (rough.likeness < alike) return undefined;
  const near = Math.max(0, (rough.at - 1) * coarse);
  const exact = likest(sound, spoken.subarray(near, near + sound.length + 2 * coarse));
  return { ...exact, at: first + near + exact.at };
}

/** The place in `spoken` that is most like `sound`: their normalised cross-correlation. */
function likest(sound: Float32Array, spoken: Float32Array): Place {
  const heard = power(sound) * sound.length;
  let energy = power(spoken.subarray(0, sound.length)) * sound.length;
  const best = { at: 0, likeness: 0, gain: 0 };
  for (let at = 0; at + sound.length <= spoken.length; at++) {
    let both = 0;
    for (let i = 0; i < sound.length; i++) both += (sound[i] as number) * (spoken[at + i] as number);
    const likeness = Math.abs(both) / Math.sqrt(heard * energy + 1e-9);
    if (likeness > best.likeness) Object.assign(best, { at, likeness, gain: both / (energy + 1e-9) });
    energy += (spoken[at + sound.length] ?? 0) ** 2 - (spoken[at] as number) ** 2;
  }
  return best;
}

function thinned(samples: Float32Array): Float32Array {
  const thin = new Float32Array(Math.floor(samples.length / coarse));
  for (let i = 0; i < thin.length; i++)
    for (let j = 0; j < coarse; j++) thin[i] = (thin[i] as number) + (samples[i * coarse + j] as number);
  return thin;
}
