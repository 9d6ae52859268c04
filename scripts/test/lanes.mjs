import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fromRoot } from '../setup/paths.mjs';

const roots = ['server', 'client', 'scripts', 'tests'];

/** What makes a test an integration test: a store, another process, a media worker, a listening server, the real speech models. */
const real = [
  /^node:child_process$/,
  /^server\/(app|store\/index)\.ts$/,
  /^server\/store\/testing\//,
  /^server\/calls\/testing\/open-calls\.ts$/,
  /^server\/models\/testing\/file-server\.ts$/,
  /^server\/speech\/testing\/spoken\.ts$/,
  /^tests\/(voice|start)\//,
];

/** Code that is there for tests alone; what product code reaches does not make a test an integration test. */
const isSupport = (path) => /(^tests\/)|\/testing\/|\.test\.[a-z]+$/.test(path);

/**
 * The tests apart from the browser's, by what they touch: a unit test runs code in its own process, with nothing behind it
 * but files of the project. Paths from the project's folder, in order.
 */
export function testLanes() {
  const tests = roots.flatMap((root) => testsBelow(fromRoot(root)));
  const integration = tests.filter((test) => reachesReal(test, new Set()));
  return { unit: tests.filter((test) => !integration.includes(test)), integration };
}

function testsBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.test\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => relative(fromRoot(), join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.startsWith('tests/browser/'))
    .sort();
}

function reachesReal(file, seen) {
  if (seen.has(file)) return false;
  seen.add(file);
  return importsOf(file).some(
    (to) => real.some((pattern) => pattern.test(to)) || (isSupport(to) && reachesReal(to, seen)),
  );
}

function importsOf(file) {
  const source = readFileSync(fromRoot(file), 'utf8');
  return [
    ...source.matchAll(/^(?:import|export)\s(?!type\s)[^;'"]*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/gm),
  ]
    .map(([, from, dynamic]) => from ?? dynamic)
    .map((to) => (to.startsWith('.') ? posix.normalize(posix.join(dirname(file), to)) : to));
}
