import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { createServer } from 'vite';
import { fromRoot } from '../server/paths.ts';
import { products } from './guides/products/index.ts';

/**
 * `npm run guides:pictures [slug] [folder]`: a picture of every step into a folder, to look at; without a folder, each
 * guide's thumbnail beside its model.
 */
const [only, folder] = process.argv.slice(2);
const server = await createServer({
  root: fromRoot(),
  configFile: false,
  server: { port: 0, host: '127.0.0.1' },
  logLevel: 'warn',
});
await server.listen();
const address = server.resolvedUrls?.local[0];
const browser = await chromium.launch({
  ...(process.env.CHROMIUM
    ? { executablePath: process.env.CHROMIUM }
    : { executablePath: '/usr/bin/chromium' }),
  args: [
    '--no-sandbox',
    '--use-gl=angle',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--ignore-gpu-blocklist',
  ],
});
const page = await browser.newPage({ viewport: { width: 800, height: 800 } });
page.on('pageerror', (error) => console.error(error.message));
for (const { guide } of products.filter(({ guide }) => !only || guide.slug === only)) {
  await page.goto(`${address}scripts/guides/picture/index.html?guide=${guide.slug}`);
  await page.waitForFunction(() => window.show !== undefined);
  if (folder) {
    await mkdir(folder, { recursive: true });
    for (const [index, step] of guide.steps.entries()) {
      await page.evaluate((step) => window.show?.(step), index);
      await page.screenshot({
        path: join(folder, `${guide.slug}-${String(index + 1).padStart(2, '0')}-${step.id}.png`),
      });
    }
  } else {
    await page.evaluate((step) => window.show?.(step), guide.steps.length);
    await page.screenshot({ path: fromRoot('assets', 'guides', guide.slug, 'thumbnail.png') });
  }
}
await browser.close();
await server.close();
