import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onPage } from './shopper.ts';
import { expect, test } from './test.ts';

test.describe('when the person refuses the microphone', () => {
  test.use({ permission: 'refused' });

  test('the page says how to allow it, and typing still works', async ({ page }) => {
    await page.goto('/');
    const shopper = onPage(page);
    await shopper.talk.click();
    await expect(page.getByText('The microphone is switched off for this page')).toBeVisible();
    await shopper.replyTo(() => shopper.type('hello'));
  });
});

test("another site's page cannot talk to the server", async ({ page, product }) => {
  const other = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Elsewhere</title>');
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/`);
  const outcome = await page.evaluate(
    (address) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(address);
        socket.addEventListener('open', () => resolve('open'));
        socket.addEventListener('error', () => resolve('refused'));
      }),
    `${product.address.replace('http', 'ws')}v1/voice`,
  );
  other.close();
  expect(outcome).toBe('refused');
});
