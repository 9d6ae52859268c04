import type { Page } from '@playwright/test';
import type { Guide } from '../../server/protocol/index.ts';
import { giveMicrophone } from './page-microphone.ts';
import { expect, test } from './test.ts';

const slug = 'beacon-router';

/** The guide laid out from the beginning, listening without a hand. */
async function openHandsFree(page: Page) {
  const microphone = await giveMicrophone(page);
  await page.goto(`/guide/${slug}`);
  const guide = (await (await page.request.get(`/v1/guides/${slug}`)).json()) as Guide;
  const voice = page.getByTestId('voice');
  await page.getByRole('button', { name: 'Listen, hands free' }).click();
  await expect(page.getByRole('button', { name: 'Stop listening' })).toBeVisible();
  await expect(voice).toHaveAttribute('data-state', 'quiet');
  return {
    guide,
    voice,
    /** Says it once nobody else speaks. */
    async say(words: string): Promise<void> {
      await expect(voice).toHaveAttribute('data-state', 'quiet');
      await microphone.say(words);
    },
    /** Says it as people do, once more where it was not understood. Only for what may be said twice. */
    async sayUntil(words: string, shown: () => Promise<void>): Promise<void> {
      await expect(async () => {
        await expect(voice).toHaveAttribute('data-state', 'quiet');
        await microphone.say(words);
        await shown();
      }).toPass();
    },
    step: (step: number) => page.getByRole('heading', { name: guide.steps[step - 1]?.title.en as string }),
    check: (step: number) => page.getByRole('group', { name: guide.steps[step - 1]?.check.en as string }),
  };
}

test('every step of a guide by voice alone, from laying out to the finished product', async ({ page }) => {
  test.setTimeout(600_000);
  const { guide, sayUntil, step, check } = await openHandsFree(page);
  const within = { timeout: 20_000 };
  await sayUntil('next step', () => expect(step(1)).toBeVisible(within));
  for (let at = 1; at <= guide.steps.length; at++) {
    await sayUntil('next step', () => expect(check(at)).toBeVisible(within));
    await expect(step(at)).toBeVisible();
    await sayUntil('yes', () => expect(check(at)).toBeHidden(within));
  }
  await expect(page.locator('[data-part=finished]')).toBeVisible();
});

test('questions, a part, a pause and the way back, without a touch', async ({ page }) => {
  test.setTimeout(600_000);
  const { guide, voice, say, step, check } = await openHandsFree(page);
  await say('go to step five');
  await expect(step(5)).toBeVisible();
  await say('how long is left');
  await expect(voice).toContainText(/minutes?/);
  await say('what tool do I need');
  await expect(voice).toContainText(/hands/);
  await say('show me part C');
  await expect(page.getByRole('dialog', { name: 'Part C' })).toBeVisible();
  await say('go back');
  await expect(step(4)).toBeVisible();
  await say('pause');
  await expect(page.getByRole('dialog', { name: 'Paused' })).toBeVisible();
  await say('carry on');
  await expect(page.getByRole('dialog', { name: 'Paused' })).toBeHidden();
  await say('go to step seven');
  await expect(step(7)).toBeVisible();
  await say('next step');
  await expect(check(7)).toBeVisible();
  await say('no');
  await expect(check(7)).toBeHidden();
  await expect(voice).toContainText(guide.steps[6]?.mistakes[0]?.remedy.en.slice(0, 20) as string);
  await say('start over');
  await expect(voice.getByRole('button', { name: 'Yes' })).toBeVisible();
  await say('yes');
  await expect(page.locator('[data-part=lay-out]')).toBeVisible();
});

test('talk among people is left alone, and passed on by a tap', async ({ page }) => {
  test.setTimeout(300_000);
  const { voice, say, step } = await openHandsFree(page);
  await say('go to step two');
  await expect(step(2)).toBeVisible();
  await say('did you feed the cat this morning');
  const hint = voice.getByRole('button', { name: /Not for me/ });
  await expect(hint).toBeVisible();
  await expect(voice).toHaveAttribute('data-state', 'quiet');
  await expect(step(2)).toBeVisible();
  await hint.click();
  await expect(hint).toBeHidden();
  await expect(voice).toHaveAttribute('data-state', /speaking|quiet/);
});

test('where voice cannot be had it says so, and the buttons go on', async ({ page }) => {
  await page.routeWebSocket('**/v1/voice', (socket) => socket.close({ code: 1013 }));
  await page.goto(`/guide/${slug}`);
  const voice = page.getByTestId('voice');
  await expect(voice).toContainText('voice is away. The buttons work.');
  await page.getByRole('button', { name: /^Start/ }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Yes' }).click();
  await expect(page.getByText('Step 2 of 8').first()).toBeVisible();
});
