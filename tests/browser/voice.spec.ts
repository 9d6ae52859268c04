import { onPage, orderNow } from './shopper.ts';
import { expect, test } from './test.ts';

test('from a tap on the microphone to the caption of the reply and the order', async ({
  page,
  microphone,
}) => {
  await microphone.willHear("where's my order four five one nine two");
  await page.goto('/');
  const shopper = onPage(page);
  const reply = await shopper.replyTo(() => shopper.talk.click());
  await expect(shopper.conversation).toContainText(/order.*45192/i);
  await expect(reply).toContainText(/wardrobe/i);
  await expect(reply).toContainText('SO-45192');
});

test('words appear while they are spoken', async ({ page, microphone }) => {
  await microphone.willHear('hello can you please tell me when my new wardrobe is going to arrive at home');
  await page.goto('/');
  const shopper = onPage(page);
  await shopper.talk.click();
  await expect(shopper.status).toContainText(/can you please/i);
  await expect(shopper.stopListening).toBeVisible();
  await shopper.replies.first().waitFor();
});

test('a spoken change is repeated, waits for yes, and is made', async ({ page, microphone }) => {
  await page.goto('/');
  const shopper = onPage(page);
  const before = await orderNow(page, 'SO-45192');
  expect(before.address.label).toBe('home');

  await microphone.willHear("where's my order four five one nine two");
  await shopper.replyTo(() => shopper.talk.click());

  await microphone.willHear('send it to my office instead');
  const asked = await shopper.replyTo(() => shopper.talk.click());
  await expect(asked).toContainText('Waiting for your yes');
  expect((await orderNow(page, 'SO-45192')).address).toEqual(before.address);

  // A yes counts once the question has sounded.
  await shopper.caption.waitFor();
  await shopper.caption.waitFor({ state: 'hidden' });
  await microphone.willHear('yes');
  const done = await shopper.replyTo(() => shopper.talk.click());
  await expect(done).toContainText('Done');
  const after = await orderNow(page, 'SO-45192');
  expect(after.address.label).toBe('office');
  expect(after.events.filter(({ kind }) => kind === 'address_changed')).toHaveLength(1);
});
