import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { askForPerson, callOf, closeConversation, offerOf, onDesk, signIn, take } from './call-acts.ts';
import { showsPicture } from './call-streams.ts';
import { expect, test } from './call-test.ts';
import { settled } from './shopper.ts';

const axe = createRequire(import.meta.url).resolve('axe-core');

/** What axe has to say; its script is there from the page's start, since the page's policy runs none but its own. */
async function violations(page: Page): Promise<string[]> {
  await settled(page);
  const results = await page.evaluate<AxeResults>('axe.run()');
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Pixels by which the page is wider than what it is shown in. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('at a desk and a phone nothing is cut off sideways and axe finds nothing to mend', async ({
  customer,
  agent,
}) => {
  for (const page of [customer, agent]) {
    await page.addInitScript({ path: axe });
    await page.emulateMedia({ reducedMotion: 'reduce' });
  }
  const fits = async (page: Page) => {
    expect(await overflow(page)).toBe(0);
    expect(await violations(page)).toEqual([]);
  };
  const desk = onDesk(agent);
  await test.step('signing in', async () => {
    await agent.goto('/desk');
    await expect(agent.getByRole('button', { name: 'Look around the demo desk' })).toBeVisible();
    await fits(agent);
  });
  await signIn(agent, 'agent');
  await test.step('somebody waits', async () => {
    await askForPerson(customer);
    await expect(desk.waiting).toHaveCount(1);
    await fits(agent);
  });
  await test.step('being asked', async () => {
    await take(agent);
    await expect(offerOf(customer)).toBeVisible();
    await fits(customer);
  });
  await test.step('in the call', async () => {
    await customer.getByRole('button', { name: /^Show my camera/ }).click();
    await showsPicture(agent, 'Live call');
    await showsPicture(customer, 'This is what your camera shows');
    await fits(agent);
    await fits(customer);
  });
  await test.step('the desk on a phone', async () => {
    await agent.setViewportSize({ width: 360, height: 740 });
    await showsPicture(agent, 'Live call');
    await fits(agent);
    await agent.setViewportSize({ width: 1280, height: 800 });
  });
  await test.step('the ticket', async () => {
    await agent.locator('body').press('k');
    await expect(desk.ticket.getByLabel('Problem')).toBeVisible();
    await fits(agent);
    await agent.getByRole('button', { name: 'Close', exact: true }).last().click();
  });
  await test.step('being asked how it was', async () => {
    await closeConversation(agent);
    await expect(callOf(customer)).toBeHidden();
    await expect(customer.getByRole('button', { name: '5 of 5' })).toBeVisible();
    await fits(customer);
  });
});
