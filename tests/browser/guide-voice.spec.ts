import type { Page } from '@playwright/test';
import type { Guide } from '#protocol';
import { beginAnew } from './guide-call.ts';
import { giveMicrophone } from './page-microphone.ts';
import { expect, test } from './test.ts';

const slug = 'beacon-router';
/** People say a thing again when nothing happens, and then once more. */
const sayings = 3;

/** The guide with its parts laid out, listening without a hand. */
async function openHandsFree(page: Page) {
  const microphone = await giveMicrophone(page);
  await beginAnew(page, slug);
  await page.goto(`/guide/${slug}`);
  const guide = (await (await page.request.get(`/v1/guides/${slug}`)).json()) as Guide;
  const voice = page.getByTestId('voice');
  await page.getByRole('button', { name: 'Listen, hands free' }).click();
  await expect(page.getByRole('button', { name: 'Stop listening' })).toBeVisible();
  return {
    guide,
    voice,
    /** Says it, over the reply that still sounds where there is one, until it is seen to be done. */
    async say(words: string, done: () => Promise<void>): Promise<void> {
      for (let saying = 1; saying <= sayings; saying++) {
        await expect(voice).toHaveAttribute('data-state', /^(?:quiet|speaking)$/);
        await microphone.say(words);
        const seen = done();
        if (saying === sayings) return seen;
        if (
          await seen.then(
            () => true,
            () => false,
          )
        )
          return;
      }
    },
    step: (step: number) => page.getByRole('heading', { name: guide.steps[step - 1]?.title.en as string }),
    check: (step: number) => page.getByRole('group', { name: guide.steps[step - 1]?.check.en as string }),
  };
}

test('every step of a guide by voice alone, beside other talk, from laying out to the finished product', async ({
  page,
}) => {
  const { guide, voice, say, step, check } = await openHandsFree(page);
  const soon = { timeout: 15_000 };
  const shown = (place: ReturnType<typeof step>) => () => expect(place).toBeVisible(soon);
  await say('next step', shown(step(1)));
  for (let at = 1; at <= guide.steps.length; at++) {
    if (at === 3) {
      await say('which one is part C', shown(page.getByRole('dialog', { name: 'Part C' })));
      await say('go back', shown(step(2)));
      await say('go to step three', shown(step(3)));
    }
    if (at === 5) {
      const aside = voice.getByRole('button', { name: /Not for me/ });
      await say('did you feed the cat this morning', () => expect(aside).toBeVisible(soon));
      await expect(step(5)).toBeVisible();
    }
    await say('next', shown(check(at)));
    await expect(step(at)).toBeVisible();
    await say('yes', () => expect(check(at)).toBeHidden(soon));
  }
  await expect(page.locator('[data-part=finished]')).toBeVisible();
});
