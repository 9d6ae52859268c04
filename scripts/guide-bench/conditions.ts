import type { CDPSession } from '@playwright/test';

/** What a guide is opened under: a phone of the middle class on a fair mobile connection. */
export const conditions = { megabitsPerSecond: 10, roundTripMs: 150, cpuSlowDown: 4 };

/** Slows a page's network and processor down; both last as long as the session. */
export async function slowDown(session: CDPSession): Promise<void> {
  const bytesPerSecond = (conditions.megabitsPerSecond * 1_000_000) / 8;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: conditions.roundTripMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: conditions.cpuSlowDown });
}
