import { statSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { fromRoot } from '../../server/paths.ts';
import { settled } from '../../tests/browser/shopper.ts';

/** Takes the page as it stands once everything in it is drawn. */
export async function takePicture(page: Page, name: string): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    // One that is fetched when it comes into sight may never come into it.
    const inSight = [...document.images].filter(({ loading }) => loading !== 'lazy');
    await Promise.all(inSight.map((image) => image.decode()));
  });
  await settled(page);
  const path = fromRoot('docs', 'pictures', `${name}.png`);
  await page.screenshot({ path });
  console.log(`docs/pictures/${name}.png  ${Math.round(statSync(path).size / 1000)} kB`);
}
