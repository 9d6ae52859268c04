import type { Page } from '@playwright/test';
import { spoken, wavBytes } from '../../server/speech/testing/spoken.ts';
import { momentAfter } from './page-probe.ts';
import { openTwoPages, type TwoPageStage } from './two-pages.ts';

declare global {
  interface Window {
    /** Plays a WAV file (base64) into the call's microphone; resolves when its last sample has been heard. */
    speakIntoCall(wav: string): Promise<void>;
  }
}

const sampleRate = 48_000;
const tailMs = 400;
/** Of a 16-bit sample: what is quieter is not heard. */
const audible = 328;

const sentences = [
  'The back panel does not slide into the groove.',
  'I have two screws left and no holes for them.',
  'Which way round does the drawer front go?',
  'The third shelf wobbles when I touch it.',
];

/** Milliseconds from the last audible sample in the customer's microphone to the final caption on staff's screen. */
export async function measureCaptions(stage: TwoPageStage): Promise<number[]> {
  const pages = await openTwoPages(stage, 'voice', (page) => page.addInitScript(giveMicrophone));
  const { customer, staff } = pages;
  await momentAfter(staff, 'sounds', 0);
  const delays: number[] = [];
  for (const sentence of sentences) {
    const ended = await say(customer, sentence);
    delays.push((await momentAfter(staff, 'captions', ended)) - ended);
  }
  await pages.close();
  return delays;
}

/** Resolves with the moment at which the last audible sample was heard. */
async function say(page: Page, words: string): Promise<number> {
  const pcm = await spoken(words, { sampleRate, leadMs: 200, tailMs });
  const silentMs =
    ((pcm.length - 1 - pcm.findLastIndex((sample) => Math.abs(sample) > audible)) / sampleRate) * 1000;
  const wav = Buffer.from(wavBytes(pcm, sampleRate)).toString('base64');
  const heard = await page.evaluate(async (file) => {
    await window.speakIntoCall(file);
    return Date.now();
  }, wav);
  return heard - silentMs;
}

/** Runs in the page: its microphone stays on and hears one recorded sentence after another. */
function giveMicrophone(): void {
  const context = new AudioContext();
  const microphone = context.createMediaStreamDestination();
  // Without any input the stream would stand still instead of being silent.
  const silence = new ConstantSourceNode(context, { offset: 0 });
  silence.connect(microphone);
  silence.start();
  navigator.mediaDevices.getUserMedia = async () => microphone.stream.clone();
  window.speakIntoCall = async (wav) => {
    const bytes = Uint8Array.from(atob(wav), (letter) => letter.charCodeAt(0));
    const sentence = new AudioBufferSourceNode(context, {
      buffer: await context.decodeAudioData(bytes.buffer),
    });
    sentence.connect(microphone);
    await new Promise<void>((resolve) => {
      sentence.onended = () => resolve();
      sentence.start();
    });
  };
}
