import { Progress } from './progress.mjs';

/** Vitest's reporter of `npm test`: how far it is, by file. HEXKEY_TEST_STAGE names the stage. */
class VitestProgress {
  #progress;

  onTestRunStart(specifications) {
    this.#progress = new Progress(
      process.env.HEXKEY_TEST_STAGE ?? 'tests',
      specifications.map(({ moduleId }) => moduleId),
    );
  }

  onTestModuleEnd(module) {
    const { collectDuration, setupDuration, prepareDuration, environmentSetupDuration, duration } =
      module.diagnostic();
    const ms = collectDuration + setupDuration + prepareDuration + environmentSetupDuration + duration;
    this.#progress.finish(module.moduleId, ms);
  }

  onTestRunEnd() {
    this.#progress.end();
  }
}

export { VitestProgress as default };
