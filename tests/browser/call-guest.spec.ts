import { bringAxe, desktop, isSound, phone } from './axe.ts';
import { beginCall, callOf, closeConversation, onDesk } from './call-acts.ts';
import { hears, showsPicture } from './call-streams.ts';
import { expect, heardFrom, test } from './call-test.ts';

test('an expert joins by a link, without an account; it seats one, and is worth nothing after the call', async ({
  customer,
  agent,
  guest,
  supervisor: stranger,
}) => {
  await beginCall(customer, agent);
  const desk = onDesk(agent);
  await desk.choose('Invite an expert');
  const sheet = agent.getByRole('dialog');
  await sheet.getByRole('textbox', { name: 'Their name, as the customer reads it' }).fill('Bo Lind');
  await sheet.getByRole('button', { name: 'Make the link' }).click();
  const link = await sheet.getByRole('textbox', { name: 'A link for a second expert' }).inputValue();
  await agent.keyboard.press('Escape');
  const join = (page: typeof guest) => page.getByRole('button', { name: 'Join with microphone' });

  await test.step('the expert sees and hears the call, and everybody reads their name', async () => {
    await bringAxe(guest);
    await guest.goto(link);
    await expect(guest.getByText('The customer reads your name: Bo Lind.')).toBeVisible();
    await isSound(guest, phone, desktop);
    await join(guest).click();
    await showsPicture(guest, 'Live call');
    await hears(guest);
    await isSound(guest, phone, desktop);
    const people = callOf(customer).getByRole('list', { name: 'In the call' });
    await expect(people).toContainText('Bo Lind');
    await expect(desk.people).toContainText('Bo Lind');
    await expect(desk.transcript).toContainText(heardFrom.guest);
  });

  await test.step('whoever opens the link besides is not let in, and told why', async () => {
    await stranger.goto(link);
    await join(stranger).click();
    await expect(stranger.getByText('Somebody is in the call by this link already.')).toBeVisible();
    await hears(guest);
  });

  await test.step('when the call is over, so is the link', async () => {
    await closeConversation(agent);
    await expect(guest.getByRole('heading', { name: 'The call has ended' })).toBeVisible();
    for (const page of [guest, stranger]) {
      await page.reload();
      await expect(page.getByText(/^This call has ended, or the link is too old\./)).toBeVisible();
      await expect(join(page)).toBeHidden();
    }
  });
});
