import type { Page } from '@playwright/test';
import { replySampleRate } from '#protocol';

/** How loud microphone and reply were in one stretch of some 10 ms, as root mean square of samples from -1 to 1. */
export interface Loudness {
  /** When it began, in milliseconds on the meter's clock. */
  at: number;
  microphone: number;
  reply: number;
}

declare global {
  interface Window {
    loudness: Loudness[];
  }
}

/** Measures, on one clock, what goes into the page's microphone and what comes out of its reply. */
export async function meterSound(page: Page): Promise<void> {
  await page.addInitScript(listen, replySampleRate);
}

export const loudnessOf = (page: Page): Promise<Loudness[]> => page.evaluate(() => window.loudness);

function listen(replyRate: number): void {
  window.loudness = [];
  const meter = new AudioContext();
  const inputs = meter.createChannelMerger(2);
  // A worklet would need a module of the product's own origin.
  const processor = meter.createScriptProcessor(512, 2, 1);
  inputs.connect(processor).connect(meter.destination);
  processor.onaudioprocess = ({ inputBuffer, playbackTime }) => {
    const loudness = (channel: number) => {
      const samples = inputBuffer.getChannelData(channel);
      return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
    };
    window.loudness.push({ at: playbackTime * 1000, microphone: loudness(0), reply: loudness(1) });
  };

  const getUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    const stream = await getUserMedia(constraints);
    meter.createMediaStreamSource(stream).connect(inputs, 0, 0);
    return stream;
  };

  const tapped = new WeakMap<BaseAudioContext, MediaStreamAudioDestinationNode>();
  const connect = AudioNode.prototype.connect as (this: AudioNode, ...to: unknown[]) => AudioNode;
  AudioNode.prototype.connect = function (this: AudioNode, ...to: unknown[]) {
    const { context } = this;
    if (
      to[0] === context.destination &&
      context.sampleRate === replyRate &&
      context instanceof AudioContext
    ) {
      const tap = tapped.get(context) ?? context.createMediaStreamDestination();
      if (!tapped.has(context)) meter.createMediaStreamSource(tap.stream).connect(inputs, 0, 1);
      tapped.set(context, tap);
      connect.call(this, tap);
    }
    return connect.apply(this, to);
  } as typeof AudioNode.prototype.connect;
}
