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
 * A microphone that stays on and hears one recorded utterance after another: the page's own capture, encoder, socket and
 * recogniser get real sound. A browser's fake device plays its file once, when it is switched on.
 */
export async function giveMicrophone(page: Page): Promise<{ say: (words: string) => Promise<void> }> {
  await page.addInitScript(() => {
    let context: AudioContext | undefined;
    let microphone: MediaStreamAudioDestinationNode | undefined;
    const open = () => {
      context ??= new AudioContext({ sampleRate: 48_000 });
      microphone ??= context.createMediaStreamDestination();
      return { context, microphone };
    };
    navigator.mediaDevices.getUserMedia = async () => open().microphone.stream.clone();
    window.speakInto = async (wav) => {
      const { context, microphone } = open();
      await context.resume();
      const bytes = Uint8Array.from(atob(wav), (letter) => letter.charCodeAt(0));
      const source = context.createBufferSource();
      source.buffer = await context.decodeAudioData(bytes.buffer);
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
