import type { Page } from '@playwright/test';
import { launchBrowser } from './browser.ts';
import { watchConnections } from './call-streams.ts';
import { createMicrophone } from './microphone.ts';
import { test as base } from './test.ts';

export { expect } from '@playwright/test';

type Person = 'customer' | 'agent' | 'supervisor' | 'guest';

/** What each of them says into the microphone, over and over. */
export const words: Record<Person, string> = {
  customer: 'the green light on my router does not come on',
  agent: 'please hold the black cable in front of the camera',
  supervisor: 'ask whether the plug sits firmly in the wall',
  guest: 'the third socket from the left is the right one',
};

/** Knows them again by a word that is rarely misread: the recogniser hears them at another beginning each time. */
export const heardFrom: Record<Person, RegExp> = {
  customer: /light|router/i,
  agent: /cable|camera/i,
  supervisor: /plug|wall/i,
  guest: /socket|left/i,
};

const desktop = { width: 1280, height: 800 };

/**
 * A browser of its own, with camera and microphone. Its pictures are few: four of them encode and decode on one machine,
 * and a call that finds it too slow goes on without.
 */
const person =
  (who: Person, size: { width: number; height: number }) =>
  async (
    { product }: { product: { address: string } },
    use: (page: Page) => Promise<void>,
  ): Promise<void> => {
    const microphone = await createMicrophone();
    await microphone.willHear(words[who]);
    const browser = await launchBrowser({ microphone: microphone.file, repeats: true, fps: 10 });
    const page = await browser.newPage({ baseURL: product.address, viewport: size, locale: 'en-GB' });
    await watchConnections(page);
    await use(page);
    await browser.close();
    await microphone.remove();
  };

/** Tests of live calls: a customer at a phone, staff and a guest at desks, each in a browser of their own. */
export const test = base.extend<Record<Person, Page>>({
  customer: person('customer', { width: 360, height: 740 }),
  agent: person('agent', desktop),
  supervisor: person('supervisor', desktop),
  guest: person('guest', desktop),
});
