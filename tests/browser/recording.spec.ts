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

test.use({ settings: { HEXKEY_RECORDING: 'true' } });

const announced = 'This call is being recorded';

test('a shop that records calls says so before and meanwhile; a supervisor plays and deletes what was recorded', async ({
  customer,
  supervisor,
  guest,
}) => {
  await signIn(supervisor, 'supervisor');
  await askForPerson(customer);

  await test.step('the customer is told before anything opens, and may write instead', async () => {
    await takeWaiting(supervisor);
    await expect(offerOf(customer)).toContainText('This call is recorded');
    await expect(offerOf(customer).getByRole('button', { name: /^Just write/ })).toBeVisible();
    expect(await customer.locator('video').count()).toBe(0);
  });

  await test.step('both sides read it while they talk', async () => {
    await showCamera(customer);
    await showsPicture(supervisor, 'Live call');
    await hears(customer);
    await expect(callOf(customer)).toContainText(announced);
    await expect(onDesk(supervisor).callPane).toContainText(announced);
  });

  await test.step('a guest reads it before they join', async () => {
    await onDesk(supervisor).choose('Invite an expert');
    const sheet = supervisor.getByRole('dialog');
    await sheet.getByRole('textbox', { name: 'Their name, as the customer reads it' }).fill('Bo Lind');
    await sheet.getByRole('button', { name: 'Make the link' }).click();
    const link = await sheet.getByRole('textbox', { name: 'A link for a second expert' }).inputValue();
    await supervisor.keyboard.press('Escape');
    await guest.goto(link);
    await expect(guest.getByText('The call is recorded, and what you say in it, too.')).toBeVisible();
    await guest.getByRole('button', { name: 'Join with microphone' }).click();
    await expect(guest.getByText(announced)).toBeVisible();
  });

  await test.step('what was recorded plays: the picture moves on, and the voices with it', async () => {
    await closeConversation(supervisor);
    await supervisor.getByRole('link', { name: 'Wall' }).click();
    const recordings = supervisor.getByRole('region', { name: 'Recordings' });
    await expect(recordings).toContainText('Maya');
    await recordings.getByRole('button', { name: 'Play' }).click();
    const video = recordings.getByLabel('Recording', { exact: true });
    await video.evaluate((element: HTMLVideoElement) => element.play());
    const seen = () =>
      video.evaluate((element: HTMLVideoElement) => ({
        state: element.readyState,
        time: element.currentTime,
        width: element.videoWidth,
        length: element.duration,
        voices: [...document.querySelectorAll('audio')].filter(({ currentTime }) => currentTime > 0).length,
      }));
    await expect.poll(async () => (await seen()).time).toBeGreaterThan(0.5);
    await expect.poll(async () => (await seen()).voices).toBeGreaterThan(0);
    const { state, width, length } = await seen();
    expect(state).toBeGreaterThanOrEqual(2);
    expect(width).toBeGreaterThan(100);
    expect(Number.isFinite(length)).toBe(true);
  });

  await test.step('and is gone once it is deleted, after asking once more', async () => {
    const recordings = supervisor.getByRole('region', { name: 'Recordings' });
    await recordings.getByRole('button', { name: 'Delete' }).click();
    await recordings.getByRole('button', { name: 'Delete for good' }).click();
    await expect(recordings).toBeHidden();
  });
});
