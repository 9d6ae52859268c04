import { mkdirSync } from 'node:fs';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { fromRoot } from '../server/paths.ts';
import { launchBrowser } from '../tests/browser/browser.ts';
import { createMicrophone } from '../tests/browser/microphone.ts';
import { startProduct } from '../tests/browser/product.ts';
import { onPage } from '../tests/browser/shopper.ts';
import { takeCall } from './screenshots/call.ts';
import { takePicture } from './screenshots/take-picture.ts';

/** `npm run screenshots`: talks to the built product in Chromium and takes the README's pictures, docs/pictures/*.png. */
mkdirSync(fromRoot('docs', 'pictures'), { recursive: true });

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };
const desktopDark: BrowserContextOptions = { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' };
const whereIsIt = "where's my order four five one nine two";

const product = await startProduct();
const microphone = await createMicrophone();
const browser = await launchBrowser({ microphone: microphone.file });
try {
  const onPhone = await openPage(phone);
  await say(onPhone, whereIsIt);
  await take(onPhone, 'ask-phone');
  await say(onPhone, 'send it to my office instead');
  await say(onPhone, 'yes');
  await take(onPhone, 'address-changed');

  const onDesktop = await openPage(desktopDark);
  await say(onDesktop, whereIsIt);
  await take(onDesktop, 'ask-desktop-dark');

  await takeCall(product.address);
} finally {
  await browser.close();
  await microphone.remove();
  await product.stop();
}

async function openPage(options: BrowserContextOptions): Promise<Page> {
  const page = await browser.newPage({
    baseURL: product.address,
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  });
  await page.goto('/');
  return page;
}

async function say(page: Page, words: string): Promise<void> {
  const shopper = onPage(page);
  await microphone.willHear(words);
  await shopper.replyTo(() => shopper.talk.click());
  await shopper.caption.waitFor();
}

async function take(page: Page, name: string): Promise<void> {
  await onPage(page).idle.waitFor();
  await takePicture(page, name);
}
