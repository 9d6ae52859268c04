import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

declare global {
  interface Window {
    /** Every connection that the page has made. */
    connections: RTCPeerConnection[];
  }
}

/** One stream that a page receives, as the browser's statistics tell of it. */
export interface Received {
  kind: 'audio' | 'video';
  /** Pictures decoded so far. */
  frames: number;
  /** The sound's energy so far: the square of its level, times seconds. */
  energy: number;
}

/** Keeps the page's connections where a test can ask them; to be called before the page is opened. */
export async function watchConnections(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const connections: RTCPeerConnection[] = [];
    window.connections = connections;
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        connections.push(this);
      }
    };
  });
}

/** What the page receives over connections that are open; the browser's own probes for bandwidth are none. */
export const received = (page: Page): Promise<Received[]> =>
  page.evaluate(async () => {
    const open = window.connections.filter(({ connectionState }) => connectionState !== 'closed');
    const reports = await Promise.all(open.map((connection) => connection.getStats()));
    return reports
      .flatMap((report) => [...report.values()])
      .filter(({ type, mid }) => type === 'inbound-rtp' && mid !== 'probator')
      .map(({ kind, framesDecoded = 0, totalAudioEnergy = 0 }) => ({
        kind,
        frames: framesDecoded,
        energy: totalAudioEnergy,
      }));
  });

const sumOf = async (page: Page, what: 'frames' | 'energy'): Promise<number> =>
  (await received(page)).reduce((sum, stream) => sum + stream[what], 0);

/** What this page has heard in all so far, as energy. */
export const energyAt = (page: Page): Promise<number> => sumOf(page, 'energy');

/** Resolves once this page has decoded more pictures than it had. */
export async function seesMovement(page: Page): Promise<void> {
  const before = await sumOf(page, 'frames');
  await expect.poll(() => sumOf(page, 'frames')).toBeGreaterThan(before + 5);
}

/** Resolves once this page has heard more than silence since now. */
export async function hears(page: Page): Promise<void> {
  const before = await energyAt(page);
  await expect.poll(() => energyAt(page)).toBeGreaterThan(before + 0.001);
}

/** What plays in the page, as somebody before it sees it: shown, of some size, with pictures that go on. */
export async function showsPicture(page: Page, label: string): Promise<void> {
  const video = page.locator(`video[aria-label="${label}"]`).first();
  await expect(video).toBeVisible();
  const frames = () =>
    video.evaluate((element: HTMLVideoElement) => element.getVideoPlaybackQuality().totalVideoFrames);
  const smallerSide = async () => {
    const box = await video.boundingBox();
    return Math.min(box?.width ?? 0, box?.height ?? 0);
  };
  await expect.poll(smallerSide).toBeGreaterThan(60);
  const before = await frames();
  await expect.poll(frames).toBeGreaterThan(before + 5);
}
