import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { settled } from './shopper.ts';

const axe = createRequire(import.meta.url).resolve('axe-core');

/** Puts axe into the page from its start, since the page's policy runs no script but its own. */
export const bringAxe = (page: Page): Promise<unknown> => page.addInitScript({ path: axe });

/** What axe has to say of the page as it is now. */
export async function violations(page: Page): Promise<string[]> {
  await settled(page);
  const results = await page.evaluate<AxeResults>('axe.run()');
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

interface Size {
  width: number;
  height: number;
}

export const phone: Size = { width: 360, height: 740 };
export const desktop: Size = { width: 1280, height: 800 };

/** Nothing of the page is cut off sideways, and axe finds nothing to mend, light and dark. */
export async function isSound(page: Page, ...sizes: Size[]): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
      expect(await violations(page)).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
  }
}
