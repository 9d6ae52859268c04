import { closeConversation } from './call-acts.ts';
import { showsPicture } from './call-streams.ts';
import { expect, test } from './call-test.ts';
import { callFromGuide, sceneAt } from './guide-call.ts';
import { giveAr } from './xr/phone.ts';
import { pinIn } from './xr/pins.ts';
import { atTheFloor, inRoom } from './xr/room-view.ts';
import type { Viewpoint } from './xr/viewpoint.ts';

const fromTheRight: Viewpoint = { position: [0.8, 1.5, -0.4], pitch: -38, yaw: 24 };

test('in the room staff see what the customer sees, and what they pin stays on the part', async ({
  customer,
  agent,
}) => {
  await giveAr(customer);
  await callFromGuide(customer, agent, 'ashby-desk');
  const room = inRoom(customer);
  const theirs = customer.locator('[data-room]');
  /** How far apart the pin is in both pictures, in their heights: both look from the phone at the same spot. */
  const apart = async () => {
    const [there, here] = [await pinIn(theirs), await pinIn(sceneAt(agent))];
    return there && here
      ? Math.hypot(there.right - here.right, there.up - here.up)
      : Number.POSITIVE_INFINITY;
  };

  await test.step('the camera goes to the room view, and the product comes to staff instead', async () => {
    await room.place();
    await expect(sceneAt(agent)).toBeVisible();
    await expect(agent.getByRole('button', { name: 'Their view' })).toBeVisible();
  });

  await test.step('a pin lands on the same spot, from wherever the phone looks', async () => {
    await agent.getByRole('button', { name: 'Pin a note' }).click();
    await agent.getByRole('textbox', { name: 'Note (optional)' }).fill('Press here');
    await sceneAt(agent).click();
    await expect.poll(apart).toBeLessThan(0.03);
    const before = await pinIn(theirs);
    await room.hold(fromTheRight);
    await expect.poll(async () => (await pinIn(theirs))?.right).not.toBe(before?.right);
    await expect.poll(apart).toBeLessThan(0.03);
  });

  await test.step('and goes when staff take it back', async () => {
    await agent.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => pinIn(theirs)).toBeUndefined();
  });

  await test.step('the part staff point at is named where the customer looks', async () => {
    await room.hold(atTheFloor);
    await agent.getByRole('button', { name: 'Light up a part' }).click();
    await sceneAt(agent).click();
    await expect(room.hint).toHaveText(/^Part A: /);
  });

  await test.step('after the room view the camera is back by itself', async () => {
    await room.leave.click();
    await room.is('off');
    await showsPicture(agent, 'Live call');
  });
  await closeConversation(agent);
});
