import type { FrameLocator, Locator, Page } from '@playwright/test';
import type { OrderView } from '#protocol';

/** The page, alone or framed, as a shopper uses it: what they see and press, by its accessible name. */
export const onPage = (page: Page | FrameLocator) => ({
  talk: page.getByRole('button', { name: 'Talk', exact: true }),
  stopListening: page.getByRole('button', { name: 'Stop listening' }),
  field: page.getByRole('textbox', { name: 'Type your request' }),
  /** Live words, or the caption of the sentence that sounds. */
  status: page.getByTestId('status'),
  /** A sentence of the reply sounds and is shown. */
  caption: page.locator('[data-testid=status][data-kind=caption]'),
  /** Nobody talks, nothing sounds, nothing is awaited. */
  idle: page.locator('[data-testid=status][data-kind=idle]'),
  conversation: page.getByRole('region', { name: 'Conversation', exact: true }),
  replies: page.getByRole('article', { name: 'Hexkey' }),
  lastReply: page.getByRole('article', { name: 'Hexkey' }).last(),
  async type(words: string): Promise<void> {
    await this.field.fill(words);
    await this.field.press('Enter');
  },
  /** The reply that follows what `act` does. */
  async replyTo(act: () => Promise<void>): Promise<Locator> {
    const before = await this.replies.count();
    await act();
    const reply = this.replies.nth(before);
    await reply.waitFor();
    return reply;
  },
});

/** Resolves once nothing on the page moves or fades: a colour or a picture halfway there is none of its own. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
}

/** The demo shopper's order as the REST interface shows it. */
export async function orderNow(page: Page, number: string): Promise<OrderView> {
  const session = await page.request.post('/v1/demo/session');
  const { token } = (await session.json()) as { token: string };
  const answer = await page.request.get(`/v1/orders/${number}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return (await answer.json()) as OrderView;
}
