import type { Locator } from '@playwright/test';

/** A place in a picture, from its middle to the right and upward, both in heights of the picture. */
export interface Spot {
  right: number;
  up: number;
}

/** Where a yellow pin's point is seen in this part of a page; `undefined` where there is none. */
export async function pinIn(seen: Locator): Promise<Spot | undefined> {
  const png = (await seen.screenshot()).toString('base64');
  return seen.page().evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const { width, height } = picture;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    const pin = [0xff, 0xd4, 0x3b];
    let [lowest, sum, count] = [-1, 0, 0];
    for (let pixel = 0; pixel < width * height; pixel++) {
      if (!pin.every((value, channel) => Math.abs(value - (data[4 * pixel + channel] ?? 0)) < 24)) continue;
      lowest = Math.max(lowest, Math.floor(pixel / width));
      sum += pixel % width;
      count += 1;
    }
    if (count < 8) return undefined;
    return { right: (sum / count - width / 2) / height, up: (height / 2 - lowest) / height };
  }, png);
}
