import { deskPaths, type TicketPage } from '#protocol';
import { callOf, onDesk } from './call-acts.ts';
import { expect, heardFrom, test } from './call-test.ts';
import { callFromGuide } from './guide-call.ts';

const saidBy = (name: string, words: RegExp) => new RegExp(`^${name}: .*(${words.source})`, 'im');

test('the ticket is written by the call itself; staff mend it, close, and the customer is asked how it was', async ({
  customer,
  agent,
}) => {
  const guide = await callFromGuide(customer, agent, 'beacon-router');
  const [first, second] = guide.steps.map(({ title }) => title.en);
  const desk = onDesk(agent);
  const field = (name: string) => desk.ticket.getByLabel(name, { exact: true });

  await test.step('the customer goes on to the second step, both speak, a photo is taken', async () => {
    await customer.getByRole('button', { name: 'Next', exact: true }).click();
    await customer.getByRole('button', { name: 'Yes', exact: true }).click();
    await expect(desk.aboutCustomer).toContainText(second as string);
    await agent.locator('body').press('p');
    await expect(desk.callPane.getByRole('button', { name: 'Photo 1' })).toBeVisible();
    await expect(desk.transcript).toContainText(heardFrom.customer);
    await expect(desk.transcript).toContainText(heardFrom.agent);
    // Whoever speaks in a call is called as everywhere else.
    await expect(desk.transcript.getByText('Maya', { exact: true })).toHaveCount(0);
  });

  await test.step('the ticket knows what was shown and said', async () => {
    await agent.locator('body').press('k');
    await expect(field('Problem')).toHaveValue(heardFrom.customer);
    await expect(field('Product')).toHaveValue('Beacon Wi-Fi router');
    // The order that brought the router, though later ones are under way.
    await expect(field('Order')).toHaveValue('SO-38207');
    await expect(field('Part')).toHaveValue('Fibre lead (from your provider) (part F)');
    await expect(field('Steps tried')).toHaveValue(`1. ${first}\n2. ${second}`);
    await expect(field('Department')).toHaveValue('technical');
    await expect(field('State')).toHaveValue('open');
    await expect(field('Due')).toHaveValue(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
    await expect(field('Key lines')).toHaveValue(saidBy('Maya Ellison', heardFrom.customer));
    await expect(field('Key lines')).toHaveValue(saidBy('Ana Reyes', heardFrom.agent));
    await expect(field('Key lines')).not.toHaveValue(/^Maya: /m);
    const facts = desk.ticket.getByRole('term').filter({ hasText: 'step reached' });
    await expect(facts.locator('xpath=following-sibling::dd')).toHaveText(`2. ${second}`);
    await expect(desk.ticket.getByRole('checkbox', { name: 'Photo 1' })).toBeChecked();
  });

  await test.step('closed with what staff wrote, it is there for the department', async () => {
    await field('Problem').fill('The light of the router stays dark.');
    await desk.ticket.getByRole('button', { name: 'Save and close the conversation' }).click();
    await expect(desk.nobodyTaken).toBeVisible();
    const { tickets } = (await (await agent.request.get(deskPaths.tickets)).json()) as TicketPage;
    expect(tickets.find(({ problem }) => problem === 'The light of the router stays dark.')).toMatchObject({
      product: 'Beacon Wi-Fi router',
      by: 'Ana Reyes',
      department: 'technical',
      stepsTried: [`1. ${first}`, `2. ${second}`],
      stills: [expect.any(String)],
    });
  });

  await test.step('and the customer is asked how it was', async () => {
    await expect(callOf(customer)).toBeHidden();
    await customer.getByRole('button', { name: '4 of 5' }).click();
    await expect(customer.getByText('Thank you.')).toBeVisible();
  });
});
