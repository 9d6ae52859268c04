import type { Page } from '@playwright/test';
import { spoken, wavBytes } from '../../server/speech/testing/spoken.ts';

const sampleRate = 48_000;

declare global {
  interface Window {
    /** Plays a WAV file (base64) into the page's microphone; resolves when its last sample has been heard. */
    speakInto(wav: string): Promise<void>;
  }
}

/**
 * A microphone that stays on and hears one recorded utterance after another: the page's own worklet, encoder, socket and
 * recogniser get real sound. A browser's fake device plays its file once, when it is switched on. The sound begins in the
 * page's own audio graph, where every sample is heard however late: a stream from another graph loses some on a busy machine.
 */
export async function giveMicrophone(page: Page): Promise<{ say: (words: string) => Promise<void> }> {
  await page.addInitScript(() => {
    let microphone: GainNode | undefined;
    navigator.mediaDevices.getUserMedia = async () =>
      new AudioContext().createMediaStreamDestination().stream;
    AudioContext.prototype.createMediaStreamSource = function (this: AudioContext) {
      microphone = this.createGain();
      // Between utterances a microphone hears silence; a node without any input hears nothing at all.
      const silence = new ConstantSourceNode(this, { offset: 0 });
      silence.connect(microphone);
      silence.start();
      return microphone as AudioNode as MediaStreamAudioSourceNode;
    };
    window.speakInto = async (wav) => {
      if (!microphone) throw new Error('The page does not listen yet.');
      const { context } = microphone;
      const bytes = Uint8Array.from(atob(wav), (letter) => letter.charCodeAt(0));
      const source = new AudioBufferSourceNode(context, {
        buffer: await context.decodeAudioData(bytes.buffer),
      });
      source.connect(microphone);
      await new Promise<void>((resolve) => {
        source.onended = () => resolve();
        source.start();
      });
    };
  });
  return {
    say: async (words) => {
      const pcm = await spoken(words, { sampleRate, leadMs: 400, tailMs: 400 });
      const wav = Buffer.from(wavBytes(pcm, sampleRate)).toString('base64');
      await page.evaluate((file) => window.speakInto(file), wav);
    },
  };
}
