import type { Browser, CDPSession } from '@playwright/test';
import { openCounted, playedThrough } from './counted-page.ts';

export interface Heap {
  /** Bytes in use at the beginning, after each quarter and at the end, garbage collected. */
  looks: number[];
  /** Bytes that the script of a frame allocates, garbage included, by sampling. */
  perFrame: number;
  frames: number;
}

interface Allocation {
  callFrame: { functionName: string };
  selfSize: number;
  children: Allocation[];
}

const quarters = 4;

/** Plays a step over and over for `seconds` and watches the heap. */
export async function measureHeap(
  browser: Browser,
  address: string,
  slug: string,
  seconds: number,
): Promise<Heap> {
  const page = await openCounted(browser, address, slug);
  const session = await page.context().newCDPSession(page);
  const again = page.getByRole('button', { name: 'Again', exact: true });
  // The pictures of the parts are taken and the code has run once: from here on nothing should stay.
  await playedThrough(page);
  await again.click();
  await playedThrough(page);
  await page.evaluate(() => window.takeFrames());
  const looks = [await bytesInUse(session)];
  let [allocated, frames] = [0, 0];
  for (let quarter = 0; quarter < quarters; quarter++) {
    await session.send('HeapProfiler.startSampling', {
      samplingInterval: 4096,
      includeObjectsCollectedByMajorGC: true,
      includeObjectsCollectedByMinorGC: true,
    });
    const end = Date.now() + (seconds * 1000) / quarters;
    while (Date.now() < end) {
      await again.click();
      await playedThrough(page);
    }
    const { profile } = await session.send('HeapProfiler.stopSampling');
    allocated += inFrames(profile.head);
    frames += await page.evaluate(() => window.takeFrames().scriptMs.length);
    looks.push(await bytesInUse(session));
  }
  await page.context().close();
  return { looks, perFrame: allocated / frames, frames };
}

async function bytesInUse(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

/** What was allocated inside the frames' callbacks, at any depth. */
function inFrames({ callFrame, children }: Allocation): number {
  const inside = callFrame.functionName === 'countedFrame' ? totalOf : inFrames;
  return children.reduce((sum, child) => sum + inside(child), 0);
}

const totalOf = ({ selfSize, children }: Allocation): number =>
  children.reduce((sum, child) => sum + totalOf(child), selfSize);
