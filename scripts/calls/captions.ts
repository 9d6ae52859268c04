import type { Page } from '@playwright/test';
import { spoken, wavBytes } from '../../server/speech/testing/spoken.ts';
import { giveMicrophone } from '../../tests/browser/page-microphone.ts';
import { momentAfter } from './page-probe.ts';
import { openCall, type Stage } from './two-pages.ts';

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
export async function measureCaptions(stage: Stage): Promise<number[]> {
  const pages = await openCall(stage, 'voice', async (page) => void (await giveMicrophone(page)));
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
    await window.speakInto(file);
    return Date.now();
  }, wav);
  return heard - silentMs;
}
