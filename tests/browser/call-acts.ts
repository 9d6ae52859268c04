import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { onPage } from './shopper.ts';

/** The staff face, as somebody at it uses it. */
export const onDesk = (page: Page) => ({
  waiting: page.locator('li').filter({ has: page.locator('[data-take]') }),
  nobodyWaits: page.getByText('Nobody is waiting'),
  nobodyTaken: page.getByText('Take a customer to begin'),
  conversation: page.getByRole('region', { name: 'Conversation', exact: true }),
  callPane: page.getByRole('region', { name: 'The customer’s picture' }),
  people: page.getByRole('list', { name: 'In the call' }),
  transcript: page.getByRole('log', { name: 'What was said' }),
  aboutCustomer: page.getByRole('complementary', { name: 'About the customer' }),
  ticket: page.getByRole('region', { name: 'Ticket' }),
  /** Where staff draw on the picture. */
  surface: page.getByRole('application', { name: /^Drawing on the picture/ }),
  async choose(item: string): Promise<void> {
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  },
});

/** Opens the desk for one of the demo's two members of staff, by the button that stands for them. */
export async function signIn(page: Page, role: 'agent' | 'supervisor'): Promise<void> {
  await page.goto('/desk');
  const name = role === 'agent' ? 'Look around the demo desk' : 'Look around as a supervisor';
  await page.getByRole('button', { name }).click();
  await expect(onDesk(page).nobodyTaken).toBeVisible();
}

/** Asks for a person in the shopper's page. */
export async function askForPerson(customer: Page): Promise<void> {
  await customer.goto('/');
  const shopper = onPage(customer);
  await shopper.replyTo(() => shopper.type('where is my order 45192'));
  await shopper.replyTo(() => shopper.type('this is terrible, I am stuck, get me a person'));
}

/** Takes whoever comes first, with one key. */
export async function takeWaiting(staff: Page): Promise<void> {
  await expect(onDesk(staff).waiting).toHaveCount(1);
  await staff.keyboard.press('t');
  await expect(onDesk(staff).conversation).toBeVisible();
}

export const offerOf = (customer: Page): Locator => customer.locator('[data-call=offer]');
export const callOf = (customer: Page): Locator => customer.locator('[data-call=in]');

/** Agrees to be seen and heard. */
export async function showCamera(customer: Page): Promise<void> {
  await customer.getByRole('button', { name: /^Show my camera/ }).click();
  await expect(callOf(customer)).toBeVisible();
}

/** A customer in a call with a member of staff, from the first word to the picture. */
export async function beginCall(customer: Page, staff: Page): Promise<void> {
  await signIn(staff, 'agent');
  await askForPerson(customer);
  await takeWaiting(staff);
  await showCamera(customer);
}

/** Draws on the picture with the tool that is chosen, from one spot to another, both as shares of it. */
export async function drag(surface: Locator, from: [number, number], to: [number, number]): Promise<void> {
  const box = await surface.boundingBox();
  if (!box) throw new Error('there is nothing to draw on');
  const at = ([x, y]: [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
  const { mouse } = surface.page();
  await mouse.move(...at(from));
  await mouse.down();
  await mouse.move(...at(to), { steps: 5 });
  await mouse.up();
}

/** Closes the conversation that is open at the desk, so that nobody holds it any longer. */
export async function closeConversation(staff: Page): Promise<void> {
  await staff.locator('body').press('c');
  await staff.getByRole('button', { name: /^Close (it|without a ticket)$/ }).click();
  await expect(onDesk(staff).nobodyTaken).toBeVisible();
}
