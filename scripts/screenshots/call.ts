import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContextOptions, expect, type Page } from '@playwright/test';
import { launchBrowser } from '../../tests/browser/browser.ts';
import { callOf, drag, onDesk } from '../../tests/browser/call-acts.ts';
import { callFromGuide } from '../../tests/browser/guide-call.ts';
import { createMicrophone } from '../../tests/browser/microphone.ts';
import { takePicture } from './take-picture.ts';

const slug = 'ashby-desk';
/** The step at which the customer is stuck: the legs stand, the brackets of the tray come next. */
const shownStep = 6;

/** Takes a guide on a phone, and the desk in a call about it; `atDeskSeen` is shown the desk as the call goes on. */
export async function takeCall(
  address: string,
  atDeskSeen: (desk: Page, moment: 'connected' | 'drawn' | 'said') => Promise<void> = async () => undefined,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hexkey-camera-'));
  const camera = join(folder, 'camera.mjpeg');
  const [customer, agent] = await Promise.all([
    person({ words: 'which way do the brackets go', camera }),
    person({ words: 'the long side goes up' }),
  ]);
  try {
    const onPhone = await customer.open(address, {
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
    });
    await writeFile(camera, await builtSoFar(onPhone));
    const atDesk = await agent.open(address, { viewport: { width: 1280, height: 800 } });
    await callFromGuide(onPhone, atDesk, slug);
    const desk = onDesk(atDesk);
    await atDeskSeen(atDesk, 'connected');
    await drag(desk.surface, [0.72, 0.28], [0.55, 0.5]);
    await expect(callOf(onPhone).locator('g[data-kind]')).toHaveCount(1);
    await atDeskSeen(atDesk, 'drawn');
    await expect(desk.transcript).toContainText(/way/i);
    await expect(desk.transcript).toContainText(/long side/i);
    await atDeskSeen(atDesk, 'said');
    await takePicture(atDesk, 'desk-call');
  } finally {
    await Promise.all([customer.leave(), agent.leave(), rm(folder, { recursive: true })]);
  }
}

/** What the phone's camera is given to see: there is no room to film, so it is the guide's own picture of the step. */
async function builtSoFar(page: Page): Promise<Buffer> {
  await page.goto(`/guide/${slug}`);
  await page.getByRole('button', { name: /^Start/ }).click();
  for (let step = 1; step < shownStep; step++) {
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByRole('button', { name: 'Yes', exact: true }).click();
  }
  await takePicture(page, 'guide-phone');
  return page.locator('canvas').screenshot({ type: 'jpeg', quality: 92 });
}

async function person({ words, camera }: { words: string; camera?: string }) {
  const microphone = await createMicrophone();
  await microphone.willHear(words);
  const browser = await launchBrowser({
    microphone: microphone.file,
    repeats: true,
    fps: 10,
    ...(camera && { camera }),
  });
  return {
    async open(baseURL: string, options: BrowserContextOptions): Promise<Page> {
      const page = await browser.newPage({ baseURL, locale: 'en-GB', reducedMotion: 'reduce', ...options });
      page.setDefaultTimeout(60_000);
      return page;
    },
    async leave() {
      await browser.close();
      await microphone.remove();
    },
  };
}
