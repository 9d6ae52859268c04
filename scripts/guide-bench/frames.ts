import type { Browser } from '@playwright/test';
import { mean, quantile } from '../speech-bench/figures.ts';
import { goOn, openCounted, playedThrough } from './counted-page.ts';

export interface Frames {
  /** Script time of a frame at the machine's own speed, milliseconds. */
  scriptMs: { mean: number; p95: number };
  frames: number;
  /** Most draw calls in one frame, shadows included, over every step of the guide. */
  drawCalls: number;
}

/** Plays every step of a guide once and measures what a frame costs. */
export async function measureFrames(
  browser: Browser,
  address: string,
  { slug, steps }: { slug: string; steps: unknown[] },
): Promise<Frames> {
  const page = await openCounted(browser, address, slug);
  const scriptMs: number[] = [];
  const drawCalls: number[] = [];
  for (const _step of steps) {
    await playedThrough(page);
    const taken = await page.evaluate(() => window.takeFrames());
    scriptMs.push(...taken.scriptMs);
    drawCalls.push(...taken.drawCalls);
    await goOn(page);
  }
  await page.context().close();
  return {
    scriptMs: { mean: mean(scriptMs), p95: quantile(scriptMs, 0.95) },
    frames: scriptMs.length,
    drawCalls: Math.max(...drawCalls),
  };
}
