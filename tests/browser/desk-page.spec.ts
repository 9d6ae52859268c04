import { bringAxe, desktop, isSound, phone } from './axe.ts';
import { askForPerson, callOf, offerOf, onDesk } from './call-acts.ts';
import { showsPicture } from './call-streams.ts';
import { expect, test } from './call-test.ts';

test('at a desk and on a phone everything can be seen, read and, at the desk, done by keyboard alone', async ({
  customer,
  agent,
}) => {
  for (const page of [customer, agent]) await bringAxe(page);
  const desk = onDesk(agent);
  const { keyboard } = agent;

  await test.step('signing in', async () => {
    await agent.goto('/desk');
    const demo = agent.getByRole('button', { name: 'Look around the demo desk' });
    await expect(demo).toBeVisible();
    await isSound(agent, phone, desktop);
    await demo.focus();
    await keyboard.press('Enter');
    await expect(desk.nobodyTaken).toBeVisible();
  });

  await test.step('somebody waits, and one key takes them', async () => {
    await askForPerson(customer);
    await expect(desk.waiting).toHaveCount(1);
    await isSound(agent, phone, desktop);
    await keyboard.press('t');
    await expect(desk.conversation).toBeVisible();
    await expect(offerOf(customer)).toBeVisible();
    await isSound(customer, phone);
  });

  await test.step('in the call', async () => {
    await customer.getByRole('button', { name: /^Show my camera/ }).press('Enter');
    await showsPicture(agent, 'Live call');
    await showsPicture(customer, 'This is what your camera shows');
    await isSound(customer, phone);
    await isSound(agent, phone, desktop);
    await keyboard.press('m');
    await expect(agent.getByRole('button', { name: 'Unmute' })).toBeVisible();
    await keyboard.press('p');
    await expect(desk.callPane.getByRole('button', { name: 'Photo 1' })).toBeVisible();
    await expect(agent.getByRole('button', { name: 'To the newest' })).toBeHidden();
    await keyboard.press('r');
    await keyboard.type('Which light is on?');
    await keyboard.press('Enter');
    await expect(desk.transcript).toContainText('Which light is on?');
    await keyboard.press('Escape');
  });

  await test.step('the ticket', async () => {
    await agent.locator('body').press('k');
    await expect(desk.ticket.getByLabel('Problem')).toBeVisible();
    await isSound(agent, desktop);
    await desk.ticket.getByRole('button', { name: 'Save the ticket' }).press('Enter');
    await expect(desk.aboutCustomer).toContainText('Tickets');
    await isSound(agent, desktop);
  });

  await test.step('being asked how it was', async () => {
    await agent.locator('body').press('c');
    await agent.getByRole('button', { name: 'Close it' }).press('Enter');
    await expect(callOf(customer)).toBeHidden();
    await expect(customer.getByRole('button', { name: '5 of 5' })).toBeVisible();
    await isSound(customer, phone);
  });
});
