import { beginCall, callOf, closeConversation, onDesk } from './call-acts.ts';
import { hears, showsPicture } from './call-streams.ts';
import { expect, test, words } from './call-test.ts';

test('the ticket is written before staff write it, and stays with the customer', async ({
  customer,
  agent,
}) => {
  await beginCall(customer, agent);
  const desk = onDesk(agent);
  await expect(desk.transcript).toContainText(/green light/i);
  await agent.locator('body').press('k');
  const field = (name: string) => desk.ticket.getByLabel(name, { exact: true });
  await expect(field('Problem')).toHaveValue(/Tarn wardrobe.*sounds angry/);
  await expect(field('Order')).toHaveValue('SO-45192');
  await expect(field('Product')).toHaveValue('Tarn wardrobe');
  await expect(field('Department')).toHaveValue('logistics');
  await expect(field('State')).toHaveValue('open');
  await expect(field('Due')).toHaveValue(/^\d{4}-\d\d-\d\dT/);
  await expect(field('Key lines')).toHaveValue(/Maya Ellison: this is terrible, I am stuck, get me a person/);
  await expect(field('Key lines')).toHaveValue(/Maya( Ellison)?: .*green light/i);
  await expect(desk.ticket.getByText('SO-45192, packed')).toBeVisible();
  await expect(desk.ticket.getByText('angry', { exact: true })).toBeVisible();

  await field('Problem').fill('The light of the router stays dark.');
  await desk.ticket.getByRole('button', { name: 'Save the ticket' }).click();
  await expect(desk.aboutCustomer).toContainText('The light of the router stays dark.');
  await agent.reload();
  await expect(desk.aboutCustomer).toContainText('The light of the router stays dark.');
  await expect(desk.aboutCustomer).toContainText('Logistics · Open');
  await closeConversation(agent);
});

test('an expert joins by a link, without an account; when the call is over the link is worth nothing', async ({
  customer,
  agent,
  guest,
}) => {
  await beginCall(customer, agent);
  await onDesk(agent).choose('Invite an expert');
  const sheet = agent.getByRole('dialog');
  await sheet.getByRole('textbox').fill('Bo Lind');
  await sheet.getByRole('button', { name: 'Make the link' }).click();
  const link = await sheet.getByRole('textbox').inputValue();
  await agent.keyboard.press('Escape');

  await guest.goto(link);
  await expect(guest.getByText('The customer reads your name: Bo Lind.')).toBeVisible();
  await guest.getByRole('button', { name: 'Join with microphone' }).click();
  await showsPicture(guest, 'Live call');
  await hears(guest);
  await expect(callOf(customer).getByText('Bo Lind')).toBeVisible();
  await expect(onDesk(agent).transcript).toContainText(new RegExp(words.guest.slice(4, 16), 'i'));

  await closeConversation(agent);
  await expect(guest.getByText(/You have left the call|This call has ended/).first()).toBeVisible();
  await guest.reload();
  await expect(guest.getByText(/This call has ended, or the link is too old/)).toBeVisible();
  await expect(guest.getByRole('button', { name: 'Join with microphone' })).toBeHidden();
});
