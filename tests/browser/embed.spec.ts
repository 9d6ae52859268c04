import { test as base } from '@playwright/test';
import { SignJWT } from 'jose';
import { embedWords } from '../../client/i18n/embed.ts';
import { launchBrowser } from './browser.ts';
import { type ForeignShop, openForeignShop } from './foreign-shop.ts';
import { type RunningHexkey, startProduct } from './product.ts';
import { onPage } from './shopper.ts';
import { expect } from './test.ts';

const secret = 'a secret that the shop and Hexkey share';
const words = embedWords.en;

/** Signs the demo's shopper in, as the shop's site does. */
const token = () =>
  new SignJWT({ scope: 'shopper' })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('demo-maya')
    .setIssuer('shop')
    .setAudience('hexkey')
    .setIssuedAt()
    .setExpirationTime('15m')
    .sign(new TextEncoder().encode(secret));

interface Shops {
  product: RunningHexkey;
  /** One whose origin is in HEXKEY_ORIGINS. */
  allowed: ForeignShop;
  /** One whose origin is not. */
  stranger: ForeignShop;
}

const test = base.extend<object, { shops: Shops }>({
  shops: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first parameter
    async ({}, use) => {
      let product: RunningHexkey | undefined;
      const shop = async () =>
        openForeignShop({ embed: () => `${product?.address}embed.js`, token: await token() });
      const [allowed, stranger] = [await shop(), await shop()];
      product = await startProduct({ HEXKEY_ORIGINS: allowed.origin, HEXKEY_TOKEN_SECRET: secret });
      await use({ product, allowed, stranger });
      await Promise.all([product.stop(), allowed.stop(), stranger.stop()]);
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  page: async ({ shops }, use) => {
    expect(new URL(shops.product.address).origin).not.toBe(shops.allowed.origin);
    const browser = await launchBrowser();
    await use(await browser.newPage({ locale: 'en-GB' }));
    await browser.close();
  },
});

test("the button in another site's page opens the assistant, which answers for its shopper", async ({
  page,
  shops,
}) => {
  await page.goto(shops.allowed.origin);
  await page.getByRole('button', { name: words.open }).click();
  const panel = page.frameLocator(`iframe[title="${words.panel}"]`);
  // A live call shows what the camera sees, and a frame gets no device that its page does not pass on.
  for (const device of ['camera', 'microphone'])
    await expect(page.locator(`iframe[title="${words.panel}"]`)).toHaveAttribute('allow', new RegExp(device));
  const shopper = onPage(panel);
  await shopper.type('where is my order 45192');
  await expect(shopper.lastReply).toContainText(/wardrobe/i);
  await expect(shopper.lastReply).toContainText('SO-45192');
});

test('a page of an origin that is not listed can neither frame it nor talk to it', async ({
  page,
  shops,
}) => {
  await page.goto(shops.stranger.origin);
  await page.getByRole('button', { name: words.open }).click();
  await expect(page.getByText(words.unreachable)).toBeVisible();
  const framed = page.frames().find((frame) => frame !== page.mainFrame());
  expect(await framed?.getByRole('textbox').count()).toBe(0);

  const [read, talk] = await page.evaluate(
    ([api, socket]) =>
      Promise.all([
        fetch(api).then(
          () => 'read',
          () => 'refused',
        ),
        new Promise((resolve) => {
          const talk = new WebSocket(socket);
          talk.onopen = () => resolve('open');
          talk.onerror = () => resolve('refused');
        }),
      ]),
    [
      `${shops.product.address}v1/products`,
      `${shops.product.address.replace('http', 'ws')}v1/voice`,
    ] as const,
  );
  expect({ read, talk }).toEqual({ read: 'refused', talk: 'refused' });
});
