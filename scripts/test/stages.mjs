import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { runChild } from '../setup/child.mjs';
import { fromRoot } from '../setup/paths.mjs';
import { keepDurations, readDurations } from './durations.mjs';
import { tallyOfCheck, tallyOfPlaywright, tallyOfVitest } from './tally.mjs';
import { inWords } from './time-left.mjs';

const reports = fromRoot('test-results', 'reports');

/** Of a machine with two quiet cores; what this one took counts from its second run on. */
const usualMs = { lint: 10_000, types: 20_000, unit: 60_000, integration: 240_000, browser: 360_000 };

/** The stages of `npm test` in their order. Each runs alone, given how long the ones after it take and a Chromium. */
export const stages = [
  { name: 'Format and lint', id: 'lint', run: () => check('format and lint', lintCommand) },
  { name: 'Types', id: 'types', run: () => check('types', typesCommand) },
  { name: 'Unit tests', id: 'unit', run: (context) => vitest('unit', context) },
  { name: 'Integration tests', id: 'integration', run: (context) => vitest('integration', context) },
  { name: 'Browser tests', id: 'browser', run: (context) => browser(context) },
];

/** Runs the stages one after another; each says before it begins what it is and how long all that is left will take. */
export async function runStages({ chromium }) {
  const tallies = [];
  for (const [at, stage] of stages.entries()) {
    const laterMs = stages.slice(at + 1).reduce((sum, { id }) => sum + expectedMs(id), 0);
    const left = inWords(expectedMs(stage.id) + laterMs);
    console.log(`\n== ${stage.name} (${at + 1} of ${stages.length}, ${left} left in all)`);
    const startedAt = performance.now();
    const tally = await stage.run({ chromium, laterMs });
    const tookMs = performance.now() - startedAt;
    keepDurations(stage.id, tookMs);
    console.log(`${stage.name}: ${tally.passed} passed, ${tally.failed.length} failed, ${seconds(tookMs)} s`);
    tallies.push(tally);
  }
  return tallies;
}

const expectedMs = (id) => readDurations()[id]?.wallMs ?? usualMs[id];

const seconds = (ms) => Math.round(ms / 1_000);

const lintCommand = ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '.'];
const typesCommand = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'];

async function check(name, command) {
  const { code } = await runNode(command);
  return tallyOfCheck(name, code);
}

async function vitest(project, { laterMs }) {
  const report = freshReport(`${project}.json`);
  const { code } = await runNode(
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      `--project=${project}`,
      '--reporter=default',
      '--reporter=./scripts/test/vitest-progress.mjs',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    progressOf(project, laterMs),
  );
  return settle('Vitest', code, () => tallyOfVitest(readJson(report)));
}

async function browser({ chromium, laterMs }) {
  const report = freshReport('playwright.json');
  const { code } = await runNode(
    [
      'node_modules/@playwright/test/cli.js',
      'test',
      '--reporter=list,json,./scripts/test/playwright-progress.mjs',
    ],
    {
      ...progressOf('browser', laterMs),
      HEXKEY_CHROMIUM: chromium,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    },
  );
  return settle('Playwright', code, () => tallyOfPlaywright(readJson(report)));
}

const progressOf = (stage, laterMs) => ({
  HEXKEY_TEST_STAGE: stage,
  HEXKEY_TEST_LATER_MS: String(Math.round(laterMs)),
});

const runNode = (args, env) => runChild(process.execPath, args, env ? { env } : {});

function freshReport(name) {
  mkdirSync(reports, { recursive: true });
  const path = `${reports}/${name}`;
  rmSync(path, { force: true });
  return path;
}

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** A runner that failed without a failed test, or left no report, is a failure of its own. */
function settle(name, code, read) {
  let tally;
  try {
    tally = read();
  } catch (error) {
    return { passed: 0, failed: [`${name} left no report: ${error.message}`], skipped: [] };
  }
  if (code !== 0 && tally.failed.length === 0) tally.failed.push(`${name} ended with exit code ${code}`);
  return tally;
}
