import { defineConfig } from '@playwright/test';
import { keepTemporaryFilesInMemory } from './scripts/test/memory-folder.mjs';

keepTemporaryFilesInMemory();

/** The built product in a real Chromium with a WAV file as its microphone. One test at a time: each has real work to do. */
export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results/browser',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  // Long enough for a machine that is slow and has other work: every wait ends as soon as what it waits for is there.
  timeout: 240_000,
  expect: { timeout: 60_000 },
});
