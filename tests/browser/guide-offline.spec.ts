import { beginAnew } from './guide-call.ts';
import { expect, test } from './test.ts';

const slug = 'plover-armchair';

test('a guide that was opened once goes on without a network, and by voice when it is back', async ({
  page,
}) => {
  await beginAnew(page, slug);
  await page.goto(`/guide/${slug}`);
  await page.getByRole('button', { name: /^Start/ }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Yes' }).click();
  await expect(page.getByText('Step 2 of 8').first()).toBeVisible();
  await expect(page.locator('[data-part=step] [data-state=shown]')).toBeVisible();
  const voice = page.getByTestId('voice');
  await expect(voice).toHaveAttribute('data-state', 'quiet');
  // Everything the page has loaded of its own is kept, the page and the guide with it.
  await expect
    .poll(() =>
      page.evaluate(async (guide) => {
        const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
        const needed = loaded.filter((path) => /^\/(?:assets|guides)\//.test(path));
        needed.push(`/guide/${guide}`, `/v1/guides/${guide}`);
        const kept = await Promise.all(
          needed.map((path) => caches.match(path, { ignoreSearch: true, ignoreVary: true })),
        );
        return needed.filter((_, at) => !kept[at]);
      }, slug),
    )
    .toEqual([]);

  await page.context().setOffline(true);
  await expect(voice).toContainText('No connection: voice is away. The buttons work.');
  await page.reload();
  await expect(page.getByText('Step 2 of 8').first()).toBeVisible();
  await expect(page.locator('[data-part=step] [data-state=shown]')).toBeVisible();
  await expect(voice).toContainText('No connection: voice is away. The buttons work.');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Yes' }).click();
  await expect(page.getByText('Step 3 of 8').first()).toBeVisible();

  await page.context().setOffline(false);
  await expect(voice).toHaveAttribute('data-state', 'quiet');
  await expect(page.getByText('Step 3 of 8').first()).toBeVisible();
});
