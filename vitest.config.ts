import { defineConfig } from 'vitest/config';
import { testLanes } from './scripts/test/lanes.mjs';
import { keepTemporaryFilesInMemory } from './scripts/test/memory-folder.mjs';

keepTemporaryFilesInMemory();

const { unit, integration } = testLanes();

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Not threads: ONNX Runtime aborts the whole process when its thread is ended inside a step.
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      // A unit test leaves nothing behind, so that a process runs many of them and loads the code once.
      { extends: true, test: { name: 'unit', include: unit, isolate: false } },
      {
        extends: true,
        test: {
          name: 'integration',
          include: integration,
          globalSetup: ['server/store/testing/templates.ts'],
        },
      },
    ],
  },
});
