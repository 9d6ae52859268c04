import { onPage } from './shopper.ts';
import { expect, test } from './test.ts';

test('typing is as good as talking', async ({ page }) => {
  await page.goto('/');
  const shopper = onPage(page);
  const reply = await shopper.replyTo(() => shopper.type('where is my desk?'));
  await expect(reply).toContainText('SO-45912');
});

test('the conversation is there again after a reload', async ({ page }) => {
  await page.goto('/');
  const shopper = onPage(page);
  const reply = await shopper.replyTo(() => shopper.type('where is order 47305'));
  const said = await reply.innerText();
  await page.reload();
  await expect(shopper.conversation).toContainText('where is order 47305');
  await expect.poll(() => shopper.lastReply.innerText()).toBe(said);
});

test('a button under a reply says it for the shopper', async ({ page }) => {
  await page.goto('/');
  const shopper = onPage(page);
  await shopper.replyTo(() => shopper.type('cancel order 45192'));
  const choices = page.getByRole('group', { name: 'Answers to choose from' }).getByRole('button');
  const no = choices.filter({ hasText: /no|keep/i }).first();
  const label = await no.innerText();
  const reply = await shopper.replyTo(() => no.click());
  await expect(shopper.conversation).toContainText(label);
  await expect(reply).not.toContainText('Order cancelled');
});
