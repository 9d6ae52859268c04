import {
  askForPerson,
  callOf,
  closeConversation,
  drag,
  offerOf,
  onDesk,
  showCamera,
  signIn,
  takeWaiting,
} from './call-acts.ts';
import { hears, received, seesMovement, showsPicture } from './call-streams.ts';
import { expect, heardFrom, test } from './call-test.ts';

test('from "get me a person" to seeing and hearing one another, with what is said written down', async ({
  customer,
  agent,
}) => {
  await signIn(agent, 'agent');
  await askForPerson(customer);
  const desk = onDesk(agent);

  await test.step('staff see who waits, for what, in which mood, and their last words', async () => {
    await expect(desk.waiting).toHaveCount(1);
    await expect(desk.waiting).toContainText('Maya Ellison');
    await expect(desk.waiting).toContainText('Angry');
    await expect(desk.waiting).toContainText('Tarn wardrobe');
    await expect(desk.waiting).toContainText('this is terrible, I am stuck, get me a person');
    await expect(agent).toHaveTitle(/^\(1\)/);
  });

  await test.step('the camera opens only after consent', async () => {
    await takeWaiting(agent);
    await expect(offerOf(customer)).toContainText('sees and hears you during the call only');
    expect(await customer.locator('video').count()).toBe(0);
    expect(await received(agent)).toEqual([]);
    await showCamera(customer);
  });

  await test.step('picture and sound flow', async () => {
    await showsPicture(agent, 'Live call');
    await hears(agent);
    await hears(customer);
  });

  await test.step('what both say is captioned on both pages and kept', async () => {
    const spoken = [heardFrom.customer, heardFrom.agent];
    for (const caption of spoken) {
      await expect(customer.getByRole('log', { name: 'What is said' })).toContainText(caption);
      await expect(desk.transcript).toContainText(caption);
    }
    await agent.reload();
    for (const caption of spoken) await expect(desk.transcript).toContainText(caption);
    await showsPicture(agent, 'Live call');
  });

  await test.step('staff draw on what the customer sees, and take it back', async () => {
    const marks = callOf(customer).locator('g[data-kind]');
    await drag(desk.surface, [0.7, 0.3], [0.5, 0.5]);
    await expect(marks).toHaveCount(1);
    await agent.getByRole('button', { name: 'Number', exact: true }).click();
    await desk.surface.click();
    await expect(marks).toHaveCount(2);
    await expect(marks.last()).toHaveAttribute('data-kind', 'number');
    await agent.getByRole('button', { name: 'Undo' }).click();
    await expect(marks).toHaveCount(1);
    await expect(marks).toHaveAttribute('data-kind', 'arrow');
  });

  await test.step('staff share their screen: the customer sees it move', async () => {
    await agent.getByRole('button', { name: 'Share screen' }).click();
    await seesMovement(customer);
    await showsPicture(customer, 'Live call');
    await agent.getByRole('button', { name: 'Stop sharing' }).click();
    await expect(
      customer.locator('video[aria-label="This is what your camera shows"]').first(),
    ).toBeVisible();
  });

  await test.step('and when staff close it, it is over for the customer too', async () => {
    await closeConversation(agent);
    await expect(callOf(customer)).toBeHidden();
    await customer.getByRole('button', { name: '5 of 5' }).click();
    await expect(customer.getByText('Thank you.')).toBeVisible();
  });
});
