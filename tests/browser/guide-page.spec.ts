import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

/** Progress stays on the device, so that each test begins anew. */
async function openStep(page: Page, slug: string): Promise<void> {
  await page.route('**/v1/guides/*/progress', (route) => route.abort());
  await page.goto(`/guide/${slug}`);
  await page.getByRole('button', { name: /^Start/ }).click();
  await expect(page.locator('[data-part=step] [data-state=shown]')).toBeVisible();
}

test('says how large the finished product is when it is asked', async ({ page }) => {
  await openStep(page, 'ashby-desk');
  const figures = page.locator('[data-state=shown] b');
  await expect(figures.first()).toBeHidden();
  await page.getByRole('button', { name: 'Dimensions' }).click();
  await expect(figures).toHaveText([/^1\d\d(\.\d)? cm$/, /^7\d(\.\d)? cm$/, /^\d\d(\.\d)? cm$/]);
  await page.getByRole('button', { name: 'Dimensions' }).click();
  await expect(figures.first()).toBeHidden();
});

test.describe('on an iPhone', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      const supports = DOMTokenList.prototype.supports;
      DOMTokenList.prototype.supports = function (token) {
        return token === 'ar' || supports.call(this, token);
      };
    });
  });

  test('each step opens in Quick Look at its true size, while the page stays in step', async ({ page }) => {
    await openStep(page, 'ashby-desk');
    const link = page.getByRole('link', { name: 'View in your room' });
    const first = await layersOf(page);
    await expect(link).toHaveAttribute('rel', 'ar');
    await expect(link).toHaveAttribute('href', /^blob:.*#allowsContentScaling=0$/);
    await expect(link).toHaveAttribute('download', 'ashby-desk-1.usdz');
    expect(await link.evaluate((element) => [...element.children].map(({ tagName }) => tagName))).toEqual([
      'IMG',
    ]);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Yes' }).click();
    await expect(link).toHaveAttribute('download', 'ashby-desk-2.usdz');
    expect((await layersOf(page)).length).toBeGreaterThan(first.length);
  });
});

test('no other device is offered Quick Look', async ({ page }) => {
  await openStep(page, 'beacon-router');
  await expect(page.getByRole('link', { name: 'View in your room' })).toHaveCount(0);
});

/** The file behind the link as text; its layers are written in words. Any other browser saves it. */
async function layersOf(page: Page): Promise<string> {
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: 'View in your room' }).click();
  const text = await readFile(await (await saved).path(), 'latin1');
  expect(text).toContain('#usda 1.0');
  return text;
}
