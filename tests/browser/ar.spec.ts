import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import type { PhoneFeature } from './xr/options.ts';
import { giveAr } from './xr/phone.ts';
import { atTheFloor, floorSpot, inRoom } from './xr/room-view.ts';
import type { Viewpoint } from './xr/viewpoint.ts';

test.use({ size: { width: 412, height: 860 } });

/** Further into the room and to the right; the middle of the screen shows bare floor in front of the product. */
const fromTheRight: Viewpoint = { position: [1, 1.5, -0.4], pitch: -45, yaw: 28 };
const bareFloor = [0.3, 0, -1.72] as const;

/** Level, facing the room's far side. */
const atTheWall: Viewpoint = { position: [0, 1.5, 0.3], pitch: 0, yaw: 0 };
/** The point in the middle of the screen. */
const wallSpot = ({ position: [x, y, z] }: Viewpoint) => [x, y, z - 1] as const;

/** The desk's first step: its top lies on the floor. Progress stays on the device, so that each test begins anew. */
async function openDesk(page: Page): Promise<ReturnType<typeof inRoom>> {
  await page.route('**/v1/guides/*/progress', (route) => route.abort());
  await page.goto('/guide/ashby-desk');
  await page.getByRole('button', { name: /^Start/ }).click();
  await expect(page.getByRole('heading', { name: 'Lay the top face down' })).toBeVisible();
  return inRoom(page);
}

test('says what to do until the product stands in the room, and then what to build', async ({ page }) => {
  await giveAr(page);
  const room = await openDesk(page);
  await room.hold({ ...atTheFloor, pitch: 20 });
  await room.enter.click();
  await room.is('searching');
  await expect(room.hint).toHaveText('Move your phone slowly over the floor');
  await room.hold(atTheFloor);
  await room.is('aiming');
  await expect(room.hint).toHaveText('Tap to place');
  await room.tap(floorSpot, atTheFloor);
  await room.is('placed');
  await expect(room.title).toHaveText('Lay the top face down');
});

test('the product stays where it was placed while the person walks around it', async ({ page }) => {
  await giveAr(page);
  const room = await openDesk(page);
  await room.place();
  await room.hold(fromTheRight);
  await room.tap(bareFloor, fromTheRight);
  await expect(room.hint).toBeEmpty();
  await room.tap(floorSpot, fromTheRight);
  await expect(room.hint).toHaveText(/^Part A: /);
});

test('a touch on the interface is not one on the room', async ({ page }) => {
  await giveAr(page);
  const room = await openDesk(page);
  await room.hold(atTheFloor);
  await room.enter.click();
  await room.is('aiming');
  await room.view.getByText('On the spot').click();
  await expect(room.view.getByRole('radio', { name: 'On the spot' })).toBeChecked();
  await room.is('aiming');
  await room.tap(floorSpot, atTheFloor);
  await room.is('placed');
  await room.next.click();
  await room.yes.click();
  await expect(room.title).not.toHaveText('Lay the top face down');
  await room.is('placed');
  await expect(room.hint).toBeEmpty();
});

test('turns, moves aside and goes to another place', async ({ page }) => {
  await giveAr(page);
  const room = await openDesk(page);
  await room.place();
  await room.adjust.click();
  for (let press = 0; press < 12; press++) await room.button('Move farther away').click();
  for (let press = 0; press < 6; press++) await room.button('Turn left').click();
  await room.button('Done').click();
  await room.tap([0, 0.02, floorSpot[2] - 1.1], atTheFloor);
  await expect(room.hint).toHaveText(/^Part A: /);
  await room.adjust.click();
  await room.button('Place again').click();
  await room.is('aiming');
});

test('goes on at the same step after the system took the camera away', async ({ page }) => {
  await giveAr(page);
  const room = await openDesk(page);
  await room.place();
  await room.next.click();
  await room.yes.click();
  const title = await room.title.textContent();
  await page.evaluate(() => window.xrPhone.interrupt());
  await room.is('off');
  await expect(page.getByRole('heading', { name: title ?? '' })).toBeVisible();
  await room.place();
  await expect(room.title).toHaveText(title ?? '');
  await room.leave.click();
  await room.is('off');
  await expect(room.enter).toBeEnabled();
});

test('letters stand by the parts, and the product’s size is shown when it is asked', async ({ page }) => {
  await giveAr(page);
  const room = await openDesk(page);
  await room.place();
  await expect(room.view.locator('span', { hasText: /^A$/ })).toBeVisible();
  await room.button('Dimensions').click();
  await expect(room.view.locator('b').first()).toHaveText(/^1\d\d(\.\d)? cm$/);
});

test('stands on a table at a quarter of its size', async ({ page }) => {
  await giveAr(page);
  const room = await openDesk(page);
  await room.hold(atTheFloor);
  await room.enter.click();
  await room.is('aiming');
  await room.view.getByText('A quarter').click();
  await room.tap(floorSpot, atTheFloor);
  await room.is('placed');
  // At its true size the desk's top would lie there.
  await room.tap([0.5, 0.02, floorSpot[2]], atTheFloor);
  await expect(room.hint).toBeEmpty();
  await room.tap(floorSpot, atTheFloor);
  await expect(room.hint).toHaveText(/^Part A: /);
});

test('stands on the very spot when it is laid over the work', async ({ page }) => {
  await giveAr(page);
  const room = await openDesk(page);
  await room.hold(atTheFloor);
  await room.enter.click();
  await room.is('aiming');
  await room.view.getByText('On the spot').click();
  await room.tap(floorSpot, atTheFloor);
  await room.is('placed');
  await room.tap(floorSpot, atTheFloor);
  await expect(room.hint).toHaveText(/^Part A: /);
});

test('hangs a television on the wall', async ({ page }) => {
  await giveAr(page);
  await page.route('**/v1/guides/*/progress', (route) => route.abort());
  await page.goto('/guide/vista-television');
  await page.getByRole('button', { name: /^Start/ }).click();
  const room = inRoom(page);
  await room.hold(atTheFloor);
  await room.enter.click();
  await room.is('searching');
  await expect(room.hint).toHaveText('Move your phone slowly along the wall');
  await room.hold(atTheWall);
  await room.is('aiming');
  await room.tap(wallSpot(atTheWall), atTheWall);
  await room.is('placed');
  await room.adjust.click();
  await expect(room.button('Move higher')).toBeVisible();
  await expect(room.button('Turn left')).toHaveCount(0);
});

for (const lacking of ['anchors', 'local-floor', 'depth-sensing'] satisfies PhoneFeature[]) {
  test(`places the product on a phone without ${lacking}`, async ({ page }) => {
    await giveAr(page, { without: [lacking] });
    const room = await openDesk(page);
    await room.place();
    await expect(room.title).toHaveText('Lay the top face down');
  });
}

test('places the product where no interface can be shown over the camera', async ({ page }) => {
  await giveAr(page, { without: ['dom-overlay'] });
  const room = await openDesk(page);
  await room.place();
  await expect(room.title).toBeHidden();
});

test('says so where the phone finds no surfaces, and the page goes on', async ({ page }) => {
  await giveAr(page, { without: ['hit-test'] });
  const room = await openDesk(page);
  await room.enter.click();
  await expect(page.getByText('The camera view could not be started.')).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('button', { name: 'Yes' })).toBeVisible();
});

test('a device without AR is not offered it, and no page ships the emulated one', async ({ page }) => {
  const scripts: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.text());
  });
  const room = await openDesk(page);
  await expect(page.getByRole('region', { name: 'The product in 3D' })).toHaveAttribute(
    'data-state',
    'shown',
  );
  await expect(room.enter).toHaveCount(0);
  expect((await Promise.all(scripts)).filter((script) => /iwer|SyntheticEnvironment/.test(script))).toEqual(
    [],
  );
});

test.describe('on a narrow phone', () => {
  test.use({ size: { width: 360, height: 740 } });

  test('every button is on the screen and within its panel', async ({ page }) => {
    await giveAr(page);
    const room = await openDesk(page);
    await room.place();
    const cutOff = () =>
      room.view.getByRole('button').evaluateAll((buttons) =>
        buttons
          .filter((button) => {
            const { left, right } = button.getBoundingClientRect();
            const around = (button.parentElement as Element).getBoundingClientRect();
            const beside = left < around.left - 1 || right > around.right + 1;
            return left < 0 || right > window.innerWidth || beside || button.scrollWidth > button.clientWidth;
          })
          .map((button) => button.textContent || button.ariaLabel),
      );
    expect(await cutOff()).toEqual([]);
    await room.next.click();
    await expect(room.yes).toBeVisible();
    expect(await cutOff()).toEqual([]);
    await room.adjust.click();
    await expect(room.button('Place again')).toBeVisible();
    expect(await cutOff()).toEqual([]);
  });
});
