import { Progress } from './progress.mjs';

/** Playwright's reporter of `npm test`: how far it is, by test. HEXKEY_TEST_STAGE names the stage. */
class PlaywrightProgress {
  #progress;

  onBegin(_config, suite) {
    this.#progress = new Progress(process.env.HEXKEY_TEST_STAGE ?? 'tests', suite.allTests().map(nameOf));
  }

  onTestEnd(test, { duration }) {
    this.#progress.finish(nameOf(test), duration);
  }

  onEnd() {
    this.#progress.end();
  }

  printsToStdio() {
    return false;
  }
}

export { PlaywrightProgress as default };

const nameOf = (test) => test.titlePath().join(' › ');
