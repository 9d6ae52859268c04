import type { Guide } from '../../server/protocol/index.ts';
import { callOf, closeConversation, onDesk, showCamera, signIn, take } from './call-acts.ts';
import { showsPicture } from './call-streams.ts';
import { expect, test } from './call-test.ts';

const slug = 'beacon-router';

test('beside the guide staff move the step and point at a part; both see the same', async ({
  customer,
  agent,
}) => {
  await signIn(agent, 'agent');
  const guide = (await (await customer.request.get(`/v1/guides/${slug}`)).json()) as Guide;
  const titleOf = (step: number) => guide.steps[step - 1]?.title.en as string;
  await customer.goto(`/guide/${slug}`);
  await customer.getByRole('button', { name: /^Start/ }).click();
  await expect(customer.getByRole('heading', { name: titleOf(1) })).toBeVisible();
  const desk = onDesk(agent);

  await test.step('staff see which step the customer is stuck at', async () => {
    await customer.getByRole('button', { name: 'I’m stuck' }).click();
    await customer.getByRole('button', { name: 'Talk to a person' }).click();
    await expect(desk.waiting).toContainText(`Step 1 of ${guide.steps.length}`);
    await customer.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await take(agent);
    await expect(desk.aboutCustomer).toContainText(titleOf(1));
    await showCamera(customer);
    await showsPicture(agent, 'Live call');
  });

  await test.step('staff’s step is the customer’s', async () => {
    await agent.getByText('Product in 3D').click();
    await expect(agent.locator('section[data-state=shown] canvas')).toBeVisible();
    await agent.getByRole('button', { name: 'Next step' }).click();
    await expect(customer.getByRole('heading', { name: titleOf(2) })).toBeVisible();
    await expect(desk.aboutCustomer).toContainText(titleOf(2));
  });

  await test.step('and the customer’s is staff’s', async () => {
    await customer.getByRole('button', { name: 'Back', exact: true }).click();
    await expect(desk.aboutCustomer).toContainText(titleOf(1));
  });

  await test.step('the part that staff point at shows in the customer’s picture of the product', async () => {
    const product = customer.locator('canvas').first();
    const look = async () => (await product.screenshot()).toString('base64');
    let before = await look();
    await expect
      .poll(async () => {
        const now = await look();
        const still = now === before;
        before = now;
        return still;
      })
      .toBe(true);
    await agent.locator('section[data-state=shown] canvas').click();
    await expect.poll(look).not.toBe(before);
  });

  await closeConversation(agent);
  await expect(callOf(customer)).toBeHidden();
});
