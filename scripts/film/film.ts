import type { Page } from '@playwright/test';
import sharp from 'sharp';

const width = 800;
const height = 500;
const ground = '#f3f1ec';

export interface Shot {
  /** What the scene shows; it stands beside a phone, below a desk. */
  title: string;
  /** What was just said. */
  said?: string;
  /** How long it is to be looked at. */
  holdMs: number;
}

/** Pictures of real pages, one after another: an animated picture that runs again and again. */
export class Film {
  readonly #frames: Buffer[] = [];
  readonly #delays: number[] = [];

  /** Takes the page as it is now: upright on the left with the words beside it, a wide one over the whole picture. */
  async shoot(page: Page, shot: Shot): Promise<void> {
    const screen = await page.screenshot({ type: 'png' });
    const size = page.viewportSize();
    const frame = size && size.height > size.width ? await beside(screen, shot) : await over(screen, shot);
    this.#frames.push(frame);
    this.#delays.push(shot.holdMs);
  }

  /** Takes several while something moves. */
  async shootMotion(page: Page, shot: Shot, count: number): Promise<void> {
    for (let n = 1; n <= count; n++)
      await this.shoot(page, { ...shot, holdMs: n === count ? shot.holdMs : 180 });
  }

  async write(path: string): Promise<{ frames: number; bytes: number; seconds: number }> {
    const { size } = await sharp(this.#frames, { join: { animated: true } })
      .webp({ quality: 72, effort: 5, delay: this.#delays, loop: 0 })
      .toFile(path);
    const ms = this.#delays.reduce((sum, delay) => sum + delay, 0);
    return { frames: this.#frames.length, bytes: size, seconds: ms / 1_000 };
  }
}

const canvas = () => sharp({ create: { width, height, channels: 3, background: ground } });

async function beside(screen: Buffer, { title, said }: Shot): Promise<Buffer> {
  const phone = await sharp(screen)
    .resize({ height: height - 40 })
    .toBuffer({ resolveWithObject: true });
  const left = 60;
  const text = left + phone.info.width + 50;
  return canvas()
    .composite([
      { input: frameAround(phone.info.width, height - 40), left: left - 6, top: 14 },
      { input: phone.data, left, top: 20 },
      { input: words(title, said, text), left: 0, top: 0 },
    ])
    .png()
    .toBuffer();
}

async function over(screen: Buffer, { title }: Shot): Promise<Buffer> {
  const desk = await sharp(screen)
    .resize({ height: height - 44 })
    .toBuffer({ resolveWithObject: true });
  const line = `<svg width="${width}" height="44"><text x="24" y="29" font-family="sans-serif" font-size="18"
    font-weight="600" fill="#14563f">${escaped(title)}</text></svg>`;
  return canvas()
    .composite([
      { input: desk.data, left: Math.round((width - desk.info.width) / 2), top: 0 },
      { input: Buffer.from(line), left: 0, top: height - 44 },
    ])
    .png()
    .toBuffer();
}

const frameAround = (inner: number, tall: number): Buffer =>
  Buffer.from(
    `<svg width="${inner + 12}" height="${tall + 12}"><rect width="100%" height="100%" rx="18" fill="#1b211e"/></svg>`,
  );

function words(title: string, said: string | undefined, x: number): Buffer {
  const quoted = said ? wrapped(`“${said}”`, 26) : [];
  const spoken = quoted
    .map(
      (line, at) =>
        `<text x="${x}" y="${250 + at * 38}" font-size="27" fill="#1b211e">${escaped(line)}</text>`,
    )
    .join('');
  return Buffer.from(`<svg width="${width}" height="${height}" font-family="sans-serif">
    ${wrapped(title, 30)
      .map(
        (line, at) =>
          `<text x="${x}" y="${150 + at * 30}" font-size="21" font-weight="600" fill="#14563f">${escaped(line)}</text>`,
      )
      .join('')}${spoken}</svg>`);
}

function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
