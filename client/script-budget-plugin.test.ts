import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ScriptBudget, scriptBudget } from './script-budget-plugin.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'hexkey-budget-'));
});

afterEach(() => rm(root, { recursive: true }));

/** Builds a page whose entry is `main`, beside a module `part` of 2 kB that gzip cannot shrink. */
async function buildPage(main: string, bytes: number, of: ScriptBudget['of'] = 'first load') {
  await writeFile(join(root, 'part.js'), `export const part = '${randomBytes(1500).toString('base64')}';`);
  await writeFile(join(root, 'main.js'), main);
  return build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [scriptBudget({ entry: 'main', of, bytes })],
    build: { rollupOptions: { input: { main: join(root, 'main.js') } } },
  });
}

const importsStatically = "import { part } from './part.js'; document.title = part;";
const importsLater = "import('./part.js').then(({ part }) => { document.title = part; });";

test('what is imported statically counts', async () => {
  await expect(buildPage(importsStatically, 1500)).rejects.toThrow(
    /first load of "main" is 1\.\d kB.*1\.5 kB/,
  );
});

test('within the budget it builds', async () => {
  await expect(buildPage(importsStatically, 3000)).resolves.toBeDefined();
});

test('what is imported when it is needed does not count for the first load', async () => {
  await expect(buildPage(importsLater, 1500)).resolves.toBeDefined();
});

test('for everything, what is imported when it is needed counts too', async () => {
  await expect(buildPage(importsLater, 1500, 'everything')).rejects.toThrow(/may load is \d\.\d kB.*1\.5 kB/);
});
