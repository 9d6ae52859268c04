import { launchBrowser } from '../../tests/browser/browser.ts';
import { createMicrophone } from '../../tests/browser/microphone.ts';
import { onPage } from '../../tests/browser/shopper.ts';
import { takePicture } from './take-picture.ts';

/** Asks aloud where an order is, on a phone, and takes the answer. */
export async function takeQuestion(address: string): Promise<void> {
  const microphone = await createMicrophone();
  const browser = await launchBrowser({ microphone: microphone.file });
  try {
    const page = await browser.newPage({
      baseURL: address,
      locale: 'en-GB',
      reducedMotion: 'reduce',
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
    });
    await page.goto('/');
    const shopper = onPage(page);
    await microphone.willHear("where's my order four five one nine two");
    await shopper.replyTo(() => shopper.talk.click());
    await shopper.caption.waitFor();
    await shopper.idle.waitFor();
    await takePicture(page, 'ask-phone');
  } finally {
    await browser.close();
    await microphone.remove();
  }
}
