import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { spoken, wavBytes } from '../../server/speech/testing/spoken.ts';
import { type BrowserOptions, launchBrowser } from './browser.ts';
import { type Product, startProduct } from './product.ts';

const sampleRate = 48_000;

export interface Microphone {
  file: string;
  /** What the microphone hears the next time it is switched on; a second of silence follows. */
  willHear(words: string): Promise<void>;
}

interface PerTest {
  /** How this test's browser answers when asked for the microphone. */
  permission: NonNullable<BrowserOptions['permission']>;
  size: { width: number; height: number };
  microphone: Microphone;
  page: Page;
}

interface PerWorker {
  product: Product;
}

export { expect } from '@playwright/test';

/** Tests against the running product, each in a browser of its own with a microphone of its own. */
export const test = base.extend<PerTest, PerWorker>({
  permission: ['granted', { option: true }],
  size: [{ width: 390, height: 844 }, { option: true }],
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first parameter
    async ({}, use) => {
      const product = await startProduct();
      await use(product);
      await product.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first parameter
  microphone: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'hexkey-microphone-'));
    const file = join(folder, 'microphone.wav');
    const write = (pcm: Int16Array) => writeFile(file, wavBytes(pcm, sampleRate));
    await write(new Int16Array(sampleRate));
    await use({
      file,
      willHear: async (words) => write(await spoken(words, { sampleRate, leadMs: 400, tailMs: 1000 })),
    });
    await rm(folder, { recursive: true });
  },
  page: async ({ microphone, permission, size, product }, use) => {
    const browser = await launchBrowser({ microphone: microphone.file, permission });
    const page = await browser.newPage({ baseURL: product.address, viewport: size, locale: 'en-GB' });
    await use(page);
    await browser.close();
  },
});
