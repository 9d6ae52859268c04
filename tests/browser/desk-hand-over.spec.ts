import {
  askForPerson,
  callOf,
  closeConversation,
  offerOf,
  onDesk,
  showCamera,
  signIn,
  takeWaiting,
} from './call-acts.ts';
import { hears, showsPicture } from './call-streams.ts';
import { expect, test } from './call-test.ts';

test('two take the same customer at once: one has them, the other is told so', async ({
  customer,
  agent,
  supervisor,
}) => {
  await Promise.all([signIn(agent, 'agent'), signIn(supervisor, 'supervisor')]);
  await askForPerson(customer);
  const both = [agent, supervisor];
  for (const page of both) await expect(onDesk(page).waiting).toHaveCount(1);
  await Promise.all(both.map((page) => page.keyboard.press('t')));
  await expect(offerOf(customer)).toBeVisible();
  const quicker = (page: typeof agent) => onDesk(page).conversation.isVisible();
  await expect.poll(async () => (await Promise.all(both.map(quicker))).filter(Boolean).length).toBe(1);
  const [winner, loser] = (await quicker(agent)) ? [agent, supervisor] : [supervisor, agent];
  for (const page of both) await expect(onDesk(page).nobodyWaits).toBeVisible();
  await expect(onDesk(loser).conversation).toBeHidden();
  const name = winner === agent ? 'Ana Reyes' : 'Sam Okafor';
  await expect(offerOf(customer)).toContainText(`${name} is here`);
  await closeConversation(winner);
});

test('a customer is passed on to a colleague, who sees and hears them', async ({
  customer,
  agent,
  supervisor,
}) => {
  await Promise.all([signIn(agent, 'agent'), signIn(supervisor, 'supervisor')]);
  await askForPerson(customer);
  await takeWaiting(agent);
  await showCamera(customer);
  await showsPicture(agent, 'Live call');
  await onDesk(agent).choose('Pass on to…');
  await agent
    .getByRole('dialog')
    .getByRole('button', { name: /Sam Okafor/ })
    .click();
  await expect(onDesk(agent).nobodyTaken).toBeVisible();
  await expect(onDesk(supervisor).conversation).toBeVisible();
  await expect(onDesk(supervisor).transcript).toContainText('get me a person');
  await expect(callOf(customer).getByText('Sam Okafor')).toBeVisible();
  await showsPicture(supervisor, 'Live call');
  await hears(supervisor);
  await hears(customer);
  await closeConversation(supervisor);
});
