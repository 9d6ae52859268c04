import { launchBrowser } from '../../tests/browser/browser.ts';
import { createMicrophone } from '../../tests/browser/microphone.ts';
import { onPage } from '../../tests/browser/shopper.ts';
import type { Film } from './film.ts';

const phone = { viewport: { width: 390, height: 844 }, locale: 'en-GB' };

/** An order is asked for and sent elsewhere, by voice alone. */
export async function filmOrder(address: string, film: Film): Promise<void> {
  const title = 'Orders, by voice';
  const microphone = await createMicrophone();
  const browser = await launchBrowser({ microphone: microphone.file });
  try {
    const page = await browser.newPage({ baseURL: address, ...phone });
    await page.goto('/');
    const shopper = onPage(page);
    await film.shoot(page, { title, holdMs: 900 });
    for (const [said, shown] of [
      ["where's my order four five one nine two", "Where's my order, four five one nine two?"],
      ['send it to my office instead', 'Send it to my office instead'],
      ['yes', 'Yes'],
    ] as const) {
      await microphone.willHear(said);
      await shopper.replyTo(async () => {
        await shopper.talk.click();
        await shopper.stopListening.waitFor();
        await film.shoot(page, { title, said: shown, holdMs: 1_100 });
      });
      await shopper.idle.waitFor();
      await film.shoot(page, { title, said: shown, holdMs: 1_600 });
    }
  } finally {
    await browser.close();
    await microphone.remove();
  }
}

/** Three steps of a desk, each as it moves. */
export async function filmGuide(address: string, film: Film): Promise<void> {
  const title = 'Build guides that obey “next”, in the page and in the room';
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ baseURL: address, ...phone });
    await page.goto('/guide/ashby-desk');
    await page.getByRole('button', { name: /^Start/ }).click();
    for (let step = 1; step <= 6; step++) {
      if (step > 3) await film.shootMotion(page, { title, said: 'Next', holdMs: 1_000 }, 6);
      await page.getByRole('button', { name: 'Next', exact: true }).click();
      await page.getByRole('button', { name: 'Yes', exact: true }).click();
    }
  } finally {
    await browser.close();
  }
}
