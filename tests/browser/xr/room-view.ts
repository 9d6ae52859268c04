import type { Page } from '@playwright/test';
import { expect } from '../test.ts';
import { seenAt, type Viewpoint } from './viewpoint.ts';

/** Standing in the living room and looking down at free floor; the middle of the screen shows `floorSpot`. */
export const atTheFloor: Viewpoint = { position: [0, 1.6, 0.3], pitch: -32, yaw: 0 };
export const floorSpot = [0, 0.02, 0.3 - 1.6 / Math.tan((32 * Math.PI) / 180)] as const;

/** The guide in the room as a customer has it: a phone to hold, words and buttons on it, and the room behind. */
export const inRoom = (page: Page) => {
  const view = page.locator('[data-room]');
  const screen = page.viewportSize();
  if (!screen) throw new Error('The page has no size.');
  return {
    enter: page.getByRole('button', { name: 'View in your room' }),
    leave: page.getByRole('button', { name: 'Leave the camera view' }),
    next: view.getByRole('button', { name: 'Next' }),
    yes: view.getByRole('button', { name: 'Yes' }),
    hint: view.getByRole('status').first(),
    title: view.getByRole('heading'),
    adjust: view.getByRole('button', { name: 'Adjust' }),
    view,
    button: (name: string) => view.getByRole('button', { name, exact: true }),
    async hold({ position, pitch, yaw }: Viewpoint): Promise<void> {
      await page.evaluate(
        async (to) => {
          await window.xrPhone.ready;
          window.xrPhone.hold(to.position, to.pitch, to.yaw);
        },
        { position, pitch, yaw },
      );
    },
    async is(state: 'off' | 'searching' | 'aiming' | 'placed' | 'failed'): Promise<void> {
      await expect(view).toHaveAttribute('data-room', state);
    },
    /** Taps the room where this point of it is seen. */
    async tap(point: readonly [number, number, number], from: Viewpoint): Promise<void> {
      const { x, y } = seenAt(point, from, screen);
      await page.mouse.click(x, y);
    },
    /** Goes from the guide's page to a product that stands on the floor. */
    async place(): Promise<void> {
      await this.hold(atTheFloor);
      await this.enter.click();
      await this.is('aiming');
      await this.tap(floorSpot, atTheFloor);
      await this.is('placed');
    },
  };
};
