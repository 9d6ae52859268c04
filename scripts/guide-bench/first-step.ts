import type { Browser, Page } from '@playwright/test';
import { slowDown } from './conditions.ts';
import { within } from './within.ts';

/** Milliseconds since the navigation began. */
export interface Opening {
  /** The page's frame is on the screen: the first contentful paint. */
  shell: number;
  /** The first step's words and its picture in 3D are on the screen. */
  firstStep: number;
}

export interface Opened {
  opening: Opening;
  /** Bytes of every script the page loaded by the time voice was connected, as they came down the line. */
  scriptBytes: number;
}

declare global {
  interface Window {
    firstStepAt: Promise<number>;
  }
}

/** Opens a guide at its first step in a browser that has never seen it. */
export async function openGuide(browser: Browser, address: string, slug: string): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 412, height: 860 }, locale: 'en-GB' });
  try {
    const page = await context.newPage();
    const scripts = scriptsOf(page);
    const session = await context.newCDPSession(page);
    await slowDown(session);
    await page.addInitScript(beginAtFirstStep, slug);
    await page.addInitScript(watchForFirstStep);
    await page.goto(`${address}guide/${slug}`);
    const firstStep = await within(
      'the first step',
      page.evaluate(() => window.firstStepAt),
    );
    const shell = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    );
    await within('the network to fall silent', page.waitForLoadState('networkidle'));
    return {
      opening: { shell, firstStep },
      scriptBytes: await within('the sizes of the scripts', scripts()),
    };
  } finally {
    await context.close();
  }
}

/** Answers the packed size of all scripts that a page has loaded until then. */
function scriptsOf(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() !== 'script') return;
    const size = request.sizes().then((all) => all.responseBodySize);
    // A page that is closed before it was asked answers none: what was waited for in vain is the error.
    size.catch(() => {});
    sizes.push(size);
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/**
 * Somebody laid the parts out on this device just now, and the server has not heard of it: its own record, of the round
 * before, would lead back there. Runs in the page.
 */
function beginAtFirstStep(slug: string): void {
  const playthrough = { place: 1, enteredAt: Date.now(), repeats: 0, asking: false, ticked: {} };
  localStorage.setItem(
    `hexkey.guide.${slug}`,
    JSON.stringify({ playthrough, unsent: [{ step: 1, repeats: 0 }] }),
  );
}

/** Two frames after the picture is said to be there, it is on the screen. Runs in the page. */
function watchForFirstStep(): void {
  window.firstStepAt = new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      if (!document.querySelector('[data-part=step] [data-state=shown]')) return;
      watch.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
    });
    watch.observe(document, { subtree: true, childList: true, attributes: true });
  });
}
