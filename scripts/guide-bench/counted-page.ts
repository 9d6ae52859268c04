import type { Browser, Page } from '@playwright/test';
import { within } from './within.ts';

/** What the frames that drew something cost. */
export interface FrameCounts {
  /** Script time of each frame, milliseconds. */
  scriptMs: number[];
  drawCalls: number[];
}

declare global {
  interface Window {
    /** What was drawn since it was asked last. */
    takeFrames(): FrameCounts;
    /** When something was drawn last, on the page's clock. */
    lastDrawn: number;
  }
}

/** Opens a guide at its first step, with every frame counted. The page itself is the one that ships. */
export async function openCounted(browser: Browser, address: string, slug: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 412, height: 860 }, locale: 'en-GB' });
  const page = await context.newPage();
  // Each run begins anew: nothing of it is kept on the server.
  await page.route('**/v1/guides/*/progress', (route) => route.abort());
  await page.addInitScript(countFrames);
  await page.goto(`${address}guide/${slug}`);
  await page.getByRole('button', { name: /^Start/ }).click();
  await page.locator('[data-part=step] [data-state=shown]').waitFor();
  return page;
}

/** Resolves once nothing has been drawn for half a second: the step stands as it ends. */
export async function playedThrough(page: Page): Promise<void> {
  await within(
    'the step to be played',
    page.waitForFunction(() => performance.now() - window.lastDrawn > 500, undefined, { polling: 50 }),
  );
}

/** Goes on to the next step, past its question. */
export async function goOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Yes' }).click();
}

/** Runs in the page, before its own scripts. Frames go by the name `countedFrame` in profiles of it. */
function countFrames(): void {
  let frames: FrameCounts = { scriptMs: [], drawCalls: [] };
  let drawn = 0;
  const gl = WebGL2RenderingContext.prototype;
  for (const name of [
    'drawArrays',
    'drawElements',
    'drawArraysInstanced',
    'drawElementsInstanced',
  ] as const) {
    const draw = gl[name] as (...values: number[]) => void;
    Object.assign(gl, {
      [name](this: WebGL2RenderingContext, ...values: number[]) {
        drawn += 1;
        draw.apply(this, values);
      },
    });
  }
  const ask = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (work) =>
    ask(
      {
        countedFrame(time: number) {
          drawn = 0;
          const begun = performance.now();
          work(time);
          if (drawn === 0) return;
          window.lastDrawn = performance.now();
          frames.scriptMs.push(window.lastDrawn - begun);
          frames.drawCalls.push(drawn);
        },
      }.countedFrame,
    );
  window.lastDrawn = performance.now();
  window.takeFrames = () => {
    const taken = frames;
    frames = { scriptMs: [], drawCalls: [] };
    return taken;
  };
}
