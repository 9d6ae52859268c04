/** What a test run came to: a count of passes, and failures and skips by name. */
export const emptyTally = () => ({ passed: 0, failed: [], skipped: [] });

export const addTallies = (tallies) => ({
  passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
  failed: tallies.flatMap(({ failed }) => failed),
  skipped: tallies.flatMap(({ skipped }) => skipped),
});

/** A check that is one test: format and lint, types. */
export function tallyOfCheck(name, exitCode) {
  return exitCode === 0 ? { passed: 1, failed: [], skipped: [] } : { passed: 0, failed: [name], skipped: [] };
}

/** From Vitest's JSON report. A file that did not load counts as one failure. */
export function tallyOfVitest(report) {
  const tally = emptyTally();
  for (const file of report.testResults) {
    if (file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed')) {
      tally.failed.push(`${file.name}: ${firstLine(file.message) || 'did not run to its end'}`);
    }
    for (const { status, fullName } of file.assertionResults) {
      if (status === 'passed') tally.passed += 1;
      else if (status === 'failed') tally.failed.push(`${file.name}: ${fullName}`);
      else tally.skipped.push(`${file.name}: ${fullName}`);
    }
  }
  return tally;
}

/** From Playwright's JSON report. A test that passed only when run again counts as a failure. */
export function tallyOfPlaywright(report) {
  const tally = emptyTally();
  for (const { message } of report.errors) tally.failed.push(`browser tests: ${firstLine(message)}`);
  for (const suite of report.suites) addSuite(tally, suite, []);
  return tally;
}

function addSuite(tally, suite, above) {
  const path = [...above, suite.title];
  for (const spec of suite.specs ?? []) {
    for (const test of spec.tests) {
      if (test.status === 'expected') tally.passed += 1;
      else if (test.status === 'skipped') tally.skipped.push([...path, spec.title].join(' › '));
      else tally.failed.push([...path, spec.title].join(' › ') + (test.status === 'flaky' ? ' (flaky)' : ''));
    }
  }
  for (const inner of suite.suites ?? []) addSuite(tally, inner, path);
}

const firstLine = (text) => (text ?? '').trim().split('\n')[0];

/** The lines that end a run; the last is exactly `N passed, N failed, N skipped`. */
export function summary({ passed, failed, skipped }) {
  return [
    ...failed.map((name) => `failed: ${name}`),
    ...skipped.map((name) => `skipped: ${name}`),
    `${passed} passed, ${failed.length} failed, ${skipped.length} skipped`,
  ];
}
