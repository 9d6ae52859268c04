import { test as base, type Page } from '@playwright/test';
import { type BrowserOptions, launchBrowser } from './browser.ts';
import { createMicrophone, type FakeMicrophone } from './microphone.ts';
import { type RunningHexkey, startProduct } from './product.ts';

interface PerTest {
  /** How this test's browser answers when asked for the microphone. */
  permission: NonNullable<BrowserOptions['permission']>;
  size: { width: number; height: number };
  microphone: FakeMicrophone;
  page: Page;
}

interface PerWorker {
  /** Settings of the product that differ from its own. */
  settings: Record<string, string>;
  product: RunningHexkey;
}

export { expect } from '@playwright/test';

/** Tests against the running product, each in a browser of its own with a microphone of its own. */
export const test = base.extend<PerTest, PerWorker>({
  permission: ['granted', { option: true }],
  size: [{ width: 390, height: 844 }, { option: true }],
  settings: [{}, { option: true, scope: 'worker' }],
  product: [
    async ({ settings }, use) => {
      const product = await startProduct(settings);
      await use(product);
      await product.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first parameter
  microphone: async ({}, use) => {
    const microphone = await createMicrophone();
    await use(microphone);
    await microphone.remove();
  },
  page: async ({ microphone, permission, size, product }, use) => {
    const browser = await launchBrowser({ microphone: microphone.file, permission });
    const page = await browser.newPage({ baseURL: product.address, viewport: size, locale: 'en-GB' });
    await use(page);
    await browser.close();
  },
});
