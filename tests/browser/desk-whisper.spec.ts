import { beginCall, callOf, closeConversation, onDesk, signIn } from './call-acts.ts';
import { energyAt, hears, received, showsPicture } from './call-streams.ts';
import { expect, test } from './call-test.ts';

test('a supervisor listens in and whispers: the agent hears it, the customer never knows', async ({
  customer,
  agent,
  supervisor,
}) => {
  /** Everything the customer's page is told from the server. */
  const told: string[] = [];
  customer.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => told.push(payload.toString())),
  );
  await signIn(supervisor, 'supervisor');
  await beginCall(customer, agent);
  await showsPicture(agent, 'Live call');
  const streams = async (page: typeof customer) =>
    (await received(page)).filter(({ kind }) => kind === 'audio').length;
  const whisper = supervisor.getByRole('button', { name: 'Whisper to the agent' });

  await test.step('listening in: they see and hear the call, and staff alone see them', async () => {
    await supervisor.getByRole('link', { name: 'Wall' }).click();
    await supervisor.getByRole('button', { name: 'Listen in' }).click();
    await hears(supervisor);
    await expect(whisper).toBeVisible();
    await expect(onDesk(agent).people.getByText('Sam Okafor')).toBeVisible();
    await expect(onDesk(supervisor).surface).toBeHidden();
  });

  await test.step('whispering: with everybody else muted the agent hears them, the customer nothing', async () => {
    await expect.poll(() => streams(agent)).toBe(1);
    await expect.poll(() => streams(customer)).toBe(1);
    await whisper.click();
    await expect.poll(() => streams(agent)).toBe(2);
    await agent.locator('body').press('m');
    await customer.getByRole('button', { name: 'Mute' }).click();
    await expect(agent.getByRole('button', { name: 'Unmute' })).toBeVisible();
    await expect(customer.getByRole('button', { name: 'Unmute' })).toBeVisible();
    const heardLast = await silenceAt(customer);
    await hears(agent);
    await hears(agent);
    // A second of speech is some hundredths; comfort noise, and what conceals a lost packet, some millionths.
    expect(await energyAt(customer)).toBeCloseTo(heardLast, 4);
    expect(await streams(customer)).toBe(1);
  });

  await test.step('nothing the server told the customer names them or holds their words', async () => {
    const people = callOf(customer).getByRole('list', { name: 'In the call' });
    await expect(people).toContainText('Ana Reyes');
    await expect(people).not.toContainText('Sam Okafor');
    expect(told.join('\n')).toContain('Ana Reyes');
    expect(told.join('\n')).not.toMatch(/Okafor|supervisor"|sits firmly/i);
  });

  await test.step('and when they stop, the agent hears nobody', async () => {
    await supervisor.getByRole('button', { name: 'Stop listening in' }).click();
    await expect.poll(() => streams(agent)).toBe(1);
    await expect(onDesk(agent).people.getByText('Sam Okafor')).toBeHidden();
  });

  await test.step('whoever listened in and is passed the conversation is heard by the customer, and known', async () => {
    await supervisor.getByRole('link', { name: 'Wall' }).click();
    await supervisor.getByRole('button', { name: 'Listen in' }).click();
    await expect(whisper).toBeVisible();
    await onDesk(agent).choose('Pass on to…');
    await agent
      .getByRole('dialog')
      .getByRole('button', { name: /Sam Okafor/ })
      .click();
    await expect(onDesk(supervisor).callPane.getByRole('button', { name: 'Mute' })).toBeVisible();
    await hears(customer);
    await expect(callOf(customer).getByRole('list', { name: 'In the call' })).toContainText('Sam Okafor');
  });
  await closeConversation(supervisor);
});

/** What was heard in all, once nothing has come for a second: longer than sound waits in the browser to be played. */
async function silenceAt(page: Parameters<typeof energyAt>[0]): Promise<number> {
  let last = Number.NaN;
  await expect
    .poll(
      async () => {
        const before = last;
        last = await energyAt(page);
        return last - before;
      },
      { intervals: [1000] },
    )
    .toBeLessThan(1e-5);
  return last;
}
