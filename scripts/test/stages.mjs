import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { runChild } from '../setup/child.mjs';
import { fromRoot } from '../setup/paths.mjs';
import { tallyOfCheck, tallyOfPlaywright, tallyOfVitest } from './tally.mjs';

const reports = fromRoot('test-results', 'reports');

export async function formatAndLint() {
  const { code } = await runNode(['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '.']);
  return tallyOfCheck('format and lint', code);
}

export async function types() {
  const { code } = await runNode(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']);
  return tallyOfCheck('types', code);
}

export async function unitAndIntegration() {
  const report = freshReport('vitest.json');
  const { code } = await runNode([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return settle('Vitest', code, () => tallyOfVitest(readJson(report)));
}

export async function browser(chromium) {
  const report = freshReport('playwright.json');
  const { code } = await runNode(['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'], {
    HEXKEY_CHROMIUM: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  return settle('Playwright', code, () => tallyOfPlaywright(readJson(report)));
}

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
