import { bringAxe, violations } from './axe.ts';
import { onPage } from './shopper.ts';
import { expect, test } from './test.ts';

for (const { name, width } of [
  { name: 'the smallest phone', width: 360 },
  { name: 'a desktop', width: 1440 },
]) {
  test.describe(`on ${name}`, () => {
    test.use({ size: { width, height: 800 } });

    test('nothing is cut off sideways, and everything to press is big enough for a finger', async ({
      page,
    }) => {
      await page.goto('/');
      const shopper = onPage(page);
      await shopper.replyTo(() => shopper.type('where is order 45192'));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const talk = await shopper.talk.boundingBox();
      expect(Math.min(talk?.width ?? 0, talk?.height ?? 0)).toBeGreaterThanOrEqual(44);
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      test(`axe finds nothing to mend, ${colorScheme}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await bringAxe(page);
        await page.goto('/');
        const shopper = onPage(page);
        await shopper.idle.waitFor();
        expect(await violations(page)).toEqual([]);
        await shopper.replyTo(() => shopper.type('where is order 45192'));
        await shopper.idle.waitFor();
        expect(await violations(page)).toEqual([]);
      });
    }
  });
}

test('works by keyboard alone', async ({ page }) => {
  await page.goto('/');
  const shopper = onPage(page);
  await shopper.talk.waitFor();
  await shopper.field.focus();
  await page.keyboard.type('what can you do');
  await shopper.replyTo(() => page.keyboard.press('Enter'));
  await shopper.talk.focus();
  await page.keyboard.press('Enter');
  await expect(shopper.stopListening).toBeFocused();
});

test('no script or style comes from elsewhere, and the console stays clean', async ({ page, product }) => {
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(product.address) && !/^(data|blob):/.test(url)) elsewhere.push(url);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto('/');
  const shopper = onPage(page);
  await shopper.replyTo(() => shopper.type('hello'));
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
});
