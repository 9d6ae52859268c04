import type { Page } from '@playwright/test';
import { onPage } from './shopper.ts';
import { type Loudness, loudnessOf, meterSound } from './sound-meter.ts';
import { expect, test } from './test.ts';

/** Well below speech, well above a fade's end. */
const audible = 0.003;

/** The reply's sound around what is said over it, in milliseconds on one clock. */
function overlap(loudness: Loudness[]) {
  const sounding = loudness.filter(({ reply }) => reply > audible);
  const spokenFrom = loudness.find(({ microphone }) => microphone > audible)?.at ?? Number.NaN;
  const before = sounding.filter(({ at }) => at < spokenFrom);
  // Words have gaps between them: silence is where nothing sounds for longer than those.
  const after = sounding.filter(({ at }) => at >= spokenFrom);
  const gapAt = after.findIndex(
    ({ at }, index) => (after[index + 1]?.at ?? Number.POSITIVE_INFINITY) - at > 400,
  );
  return {
    soundedBefore: before.length,
    silentAfterMs: (after[gapAt]?.at ?? spokenFrom) - spokenFrom,
    soundedAgain: after.length - 1 - gapAt,
  };
}

async function talkOverReply(page: Page) {
  await meterSound(page);
  await page.goto('/');
  const shopper = onPage(page);
  await page.getByRole('switch').check();
  await shopper.replyTo(() => shopper.type('where is my order 45192'));
  await shopper.caption.waitFor();
  await shopper.talk.click();
  return shopper;
}

test('a reply falls silent when somebody speaks over it, and gives way', async ({ page, microphone }) => {
  await microphone.willHear('wait I want to cancel the order');
  const shopper = await talkOverReply(page);
  await expect(shopper.conversation).toContainText(/cancel the order/i);
  const { soundedBefore, silentAfterMs } = overlap(await loudnessOf(page));
  expect(soundedBefore).toBeGreaterThan(20);
  const description = `${silentAfterMs.toFixed(0)} ms after the first spoken sample`;
  test.info().annotations.push({ type: 'silent', description });
  process.stdout.write(`    silent ${description}\n`);
});

for (const backchannel of ['I see', 'okay'])
  test(`and goes on after "${backchannel}"`, async ({ page, microphone }) => {
    await microphone.willHear(backchannel);
    const shopper = await talkOverReply(page);
    await expect.poll(async () => overlap(await loudnessOf(page)).soundedAgain).toBeGreaterThan(20);
    expect(overlap(await loudnessOf(page)).soundedBefore).toBeGreaterThan(20);
    await expect(shopper.replies).toHaveCount(1);
  });
