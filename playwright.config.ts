import { defineConfig } from '@playwright/test';

/** The built product in a real Chromium with a WAV file as its microphone. One test at a time: each has real work to do. */
export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results/browser',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: 90_000,
  expect: { timeout: 20_000 },
});
