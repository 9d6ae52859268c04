import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Guide, GuideProgress } from '#protocol';
import { onDesk, showCamera, signIn, takeWaiting } from './call-acts.ts';
import { showsPicture } from './call-streams.ts';

/** Staff's picture of what the customer builds. */
export const sceneAt = (staff: Page) => staff.locator('section[data-state=shown] canvas');

/** The guide as if nobody had begun it: the demo's customer may have, in a test before this one. */
export async function beginAnew({ request }: Page, slug: string): Promise<void> {
  const session = (await (await request.post('/v1/demo/session')).json()) as { token: string };
  const headers = { authorization: `Bearer ${session.token}` };
  const opened = await request.post(`/v1/guides/${slug}/progress`, { headers, data: {} });
  const { id } = (await opened.json()) as GuideProgress;
  await request.post(`/v1/guide-progress/${id}/moves`, { headers, data: { step: 0, repeats: 0 } });
}

/** A customer who is stuck at a guide's first step, in a call about it. Answers the guide. */
export async function callFromGuide(customer: Page, staff: Page, slug: string): Promise<Guide> {
  await signIn(staff, 'agent');
  const guide = (await (await customer.request.get(`/v1/guides/${slug}`)).json()) as Guide;
  await beginAnew(customer, slug);
  await customer.goto(`/guide/${slug}`);
  await customer.getByRole('button', { name: /^Start/ }).click();
  await expect(customer.getByRole('heading', { name: guide.steps[0]?.title.en as string })).toBeVisible();
  await customer.getByRole('button', { name: 'I’m stuck' }).click();
  const person = customer.getByRole('button', { name: 'Talk to a person' });
  await person.click();
  const { waiting } = onDesk(staff);
  // Where nothing is known to go wrong a person is offered first.
  const offered = customer.getByText('Shall a colleague have a look');
  await expect.poll(async () => (await waiting.count()) > 0 || (await offered.isVisible())).toBe(true);
  if (await offered.isVisible()) await person.click();
  await expect(waiting).toContainText(`Step 1 of ${guide.steps.length}`);
  await customer.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await takeWaiting(staff);
  await showCamera(customer);
  await showsPicture(staff, 'Live call');
  return guide;
}
