import { expect, test } from './test.ts';

/** A shop's page that frames the guide and answers for who is signed in, as `embed.js` does. */
const shopPage = `<!doctype html><title>Shop</title>
<iframe title="Guide" src="/guide/ashby-desk" style="width:390px;height:760px"></iframe>
<script>
  addEventListener('message', ({ data, source, origin }) => {
    if (data.hexkey !== 'token_wanted') return;
    source.postMessage({ hexkey: 'token', id: data.id, token: window.shopToken }, origin);
  });
</script>`;

test('in a shop’s page the guide is the signed-in shopper’s, and nobody signs in for a demo', async ({
  page,
}) => {
  const session = await page.request.post('/v1/demo/session');
  const { token } = (await session.json()) as { token: string };
  const demoSignIns: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/v1/demo/session')) demoSignIns.push(request.url());
  });
  await page.addInitScript((shopToken) => Object.assign(window, { shopToken }), token);
  await page.route('**/shop-page', (route) => route.fulfill({ contentType: 'text/html', body: shopPage }));
  const opened = page.waitForResponse(/\/v1\/guides\/ashby-desk\/progress/);
  const greeted = new Promise<string>((resolve) => {
    page.on('websocket', (socket) =>
      socket.on('framesent', ({ payload }) => {
        if (typeof payload === 'string' && payload.includes('"hello"')) resolve(payload);
      }),
    );
  });
  await page.goto('/shop-page');
  const progress = await opened;
  expect(progress.ok()).toBe(true);
  expect(progress.request().headers().authorization).toBe(`Bearer ${token}`);
  expect(JSON.parse(await greeted)).toMatchObject({ type: 'hello', token });
  expect(demoSignIns).toEqual([]);
});
