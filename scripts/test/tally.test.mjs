import { describe, expect, test } from 'vitest';
import { addTallies, summary, tallyOfCheck, tallyOfPlaywright, tallyOfVitest } from './tally.mjs';

const vitestFile = (status, statuses, message = '') => ({
  name: 'a.test.ts',
  status,
  message,
  assertionResults: statuses.map((each, at) => ({ status: each, fullName: `test ${at}` })),
});

const playwrightSpec = (title, ...statuses) => ({ title, tests: statuses.map((status) => ({ status })) });

describe('a run of Vitest', () => {
  test('counts passes, and names what failed, was skipped or is yet to be written', () => {
    const testResults = [vitestFile('failed', ['passed', 'failed', 'pending', 'todo', 'skipped'])];
    expect(tallyOfVitest({ testResults })).toEqual({
      passed: 1,
      failed: ['a.test.ts: test 1'],
      skipped: ['a.test.ts: test 2', 'a.test.ts: test 3', 'a.test.ts: test 4'],
    });
  });

  test('counts a file that did not load as a failure', () => {
    const testResults = [vitestFile('failed', [], 'SyntaxError: unexpected token\n at ...')];
    expect(tallyOfVitest({ testResults }).failed).toEqual(['a.test.ts: SyntaxError: unexpected token']);
  });
});

describe('a run of Playwright', () => {
  test('counts through nested suites; a flaky test is a failure', () => {
    const report = {
      errors: [],
      suites: [
        {
          title: 'voice.spec.ts',
          specs: [playwrightSpec('listens', 'expected')],
          suites: [
            {
              title: 'on a phone',
              specs: [
                playwrightSpec('fits', 'unexpected'),
                playwrightSpec('scrolls', 'flaky'),
                playwrightSpec('turns', 'skipped'),
              ],
            },
          ],
        },
      ],
    };
    expect(tallyOfPlaywright(report)).toEqual({
      passed: 1,
      failed: ['voice.spec.ts › on a phone › fits', 'voice.spec.ts › on a phone › scrolls (flaky)'],
      skipped: ['voice.spec.ts › on a phone › turns'],
    });
  });

  test('counts a server that did not come up as a failure', () => {
    const report = { errors: [{ message: 'no server\nat ...' }], suites: [] };
    expect(tallyOfPlaywright(report).failed).toEqual(['browser tests: no server']);
  });
});

test('the last line is the count', () => {
  const total = addTallies([
    tallyOfCheck('types', 0),
    tallyOfCheck('format and lint', 1),
    { passed: 40, failed: [], skipped: ['b.test.ts: later'] },
  ]);
  expect(summary(total)).toEqual([
    'failed: format and lint',
    'skipped: b.test.ts: later',
    '41 passed, 1 failed, 1 skipped',
  ]);
});
