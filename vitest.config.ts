import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'server/**/*.test.ts',
      'client/**/*.test.{ts,tsx}',
      'scripts/**/*.test.{ts,mjs}',
      'tests/**/*.test.ts',
    ],
    exclude: ['tests/browser/**', 'node_modules/**', 'dist/**'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: ['server/store/testing/templates.ts'],
    // Not threads: ONNX Runtime aborts the whole process when its thread is ended inside a step.
    pool: 'forks',
    maxWorkers: 2,
  },
});
