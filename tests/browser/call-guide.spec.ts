import { callOf, closeConversation, onDesk } from './call-acts.ts';
import { expect, test } from './call-test.ts';
import { callFromGuide, sceneAt } from './guide-call.ts';

test('beside the guide staff move the step and point at a part; both see the same', async ({
  customer,
  agent,
}) => {
  const guide = await callFromGuide(customer, agent, 'ashby-desk');
  const titleOf = (step: number) => guide.steps[step - 1]?.title.en as string;
  const desk = onDesk(agent);
  const seesStep = (step: number) =>
    expect(customer.getByRole('heading', { name: titleOf(step) })).toBeVisible();
  await expect(desk.aboutCustomer).toContainText(titleOf(1));

  await test.step('staff’s picture of the product is large enough to press a part', async () => {
    await agent.getByText('Product in 3D').click();
    await expect(sceneAt(agent)).toBeVisible();
    expect((await sceneAt(agent).boundingBox())?.height).toBeGreaterThan(240);
  });

  await test.step('staff’s step is the customer’s, and the customer’s is staff’s', async () => {
    await agent.getByRole('button', { name: 'Next step' }).click();
    await seesStep(2);
    await expect(desk.aboutCustomer).toContainText(titleOf(2));
    await customer.getByRole('button', { name: 'Back', exact: true }).click();
    await seesStep(1);
    await expect(desk.aboutCustomer).toContainText(titleOf(1));
  });

  await test.step('the part that staff point at glows in the customer’s picture of the product', async () => {
    const product = customer.locator('[data-part=step] [data-state=shown] canvas').first();
    const look = async () => (await product.screenshot()).toString('base64');
    let seen = '';
    const changes = async () => {
      const before = seen;
      seen = await look();
      return seen !== before;
    };
    await expect.poll(changes).toBe(false);
    await sceneAt(agent).click();
    await expect.poll(changes).toBe(true);
    await expect.poll(changes).toBe(false);
    const glowing = seen;
    // Another press takes it back.
    await sceneAt(agent).click();
    await expect.poll(changes).toBe(true);
    await expect.poll(changes).toBe(false);
    expect(seen).not.toBe(glowing);
  });

  await test.step('staff look around freely, and follow again', async () => {
    await agent.getByRole('button', { name: 'Their steps' }).click();
    await agent.getByRole('button', { name: 'Looking freely' }).click();
    await expect(agent.getByRole('button', { name: 'Their steps' })).toBeVisible();
  });

  await closeConversation(agent);
  await expect(callOf(customer)).toBeHidden();
});
