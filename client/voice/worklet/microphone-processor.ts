import { frameSamples, toFrame, voiceRate } from './frame.ts';
import { Resampler } from './resampler.ts';

// The audio thread's own scope, which the DOM's types leave out.
declare const sampleRate: number;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;

/** Turns the microphone's first channel into 20 ms frames at 16 kHz. */
class MicrophoneProcessor extends AudioWorkletProcessor {
  readonly #resampler = new Resampler(sampleRate, voiceRate);
  readonly #frame = new Float32Array(frameSamples);
  #filled = 0;

  process([input]: Float32Array[][]): boolean {
    const channel = input?.[0];
    if (channel) for (const sample of this.#resampler.process(channel)) this.#add(sample);
    return true;
  }

  #add(sample: number): void {
    this.#frame[this.#filled] = sample;
    this.#filled += 1;
    if (this.#filled < frameSamples) return;
    this.#filled = 0;
    const frame = toFrame(this.#frame);
    this.port.postMessage(frame, [frame.pcm.buffer]);
  }
}

registerProcessor('microphone', MicrophoneProcessor);
