import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fromRoot } from '../server/paths.ts';

const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx', '*.mjs'],
  { cwd: fromRoot(), encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => /^(server|client|scripts|tests)\//.test(file) && existsSync(fromRoot(file)));

interface Arrow {
  from: string;
  /** A path from the project's folder, or a package's name. */
  to: string;
}

const arrows: Arrow[] = files.flatMap((from) =>
  importsOf(from).map((to) => ({
    from,
    to: targetOf(from, to),
  })),
);

function targetOf(from: string, to: string): string {
  if (to === '#protocol') return 'server/protocol/index.ts';
  if (to.startsWith('#protocol/')) return `server/protocol/${to.slice('#protocol/'.length)}.ts`;
  return to.startsWith('.') ? posix.normalize(posix.join(dirname(from), to)) : to;
}

function importsOf(file: string): string[] {
  const source = readFileSync(fromRoot(file), 'utf8');
  return [...source.matchAll(/(?:from|import|import\()\s*['"]([^'"]+)['"]/g)].map(
    (match) => match[1] as string,
  );
}

/** The feature a server file belongs to: "server/orders", or `undefined` for the files that put them together. */
const featureOf = (path: string): string | undefined => /^server\/[^/]+(?=\/)/.exec(path)?.[0];

const isTest = (path: string): boolean => /\.test\.tsx?$|\/testing\/|^tests\//.test(path);

const shown = (wrong: Arrow[]): string[] => wrong.map(({ from, to }) => `${from} → ${to}`);

describe('arrows point down', () => {
  test('the wire contract imports the schema library alone', () => {
    const wrong = arrows.filter(
      ({ from, to }) =>
        from.startsWith('server/protocol/') &&
        !isTest(from) &&
        !to.startsWith('server/protocol/') &&
        !/^typebox(\/|$)/.test(to),
    );
    expect(shown(wrong)).toEqual([]);
  });

  test('a feature is entered by its index.ts or contract.ts; its tables.ts is there for foreign keys', () => {
    const wrong = arrows.filter(({ from, to }) => {
      const target = featureOf(to);
      if (!target || target === featureOf(from) || !from.startsWith('server/') || isTest(from)) return false;
      if (target === 'server/protocol') return false;
      if ((!featureOf(from) || featureOf(from) === 'server/app') && target === 'server/plugins') return false;
      if (!featureOf(from) && target === 'server/app') return false;
      return !/\/(index|contract|tables)\.ts$/.test(to);
    });
    expect(shown(wrong)).toEqual([]);
  });

  test('the server knows nothing of the client', () => {
    const wrong = arrows.filter(({ from, to }) => from.startsWith('server/') && to.startsWith('client/'));
    expect(shown(wrong)).toEqual([]);
  });

  test('of the server, the client knows the wire contract alone', () => {
    const wrong = arrows.filter(
      ({ from, to }) =>
        from.startsWith('client/') &&
        !isTest(from) &&
        to.startsWith('server/') &&
        !to.startsWith('server/protocol/'),
    );
    expect(shown(wrong)).toEqual([]);
  });

  test('the AR core is plain three.js', () => {
    const wrong = arrows.filter(
      ({ from, to }) =>
        from.startsWith('client/ar/') &&
        (/^react|^@react-three|^@mantine/.test(to) || to.startsWith('client/transport/')),
    );
    expect(shown(wrong)).toEqual([]);
  });
});

describe('the settings', () => {
  test('are read from the environment in one place', () => {
    const readers = files.filter(
      (file) =>
        file.startsWith('server/') &&
        !isTest(file) &&
        readFileSync(fromRoot(file), 'utf8').includes('process.env'),
    );
    expect(readers).toEqual([]);
  });
});

describe('files', () => {
  test('are at most 2 MB outside assets and models', () => {
    const tracked = execFileSync('git', ['ls-files', '--cached'], { cwd: fromRoot(), encoding: 'utf8' })
      .split('\n')
      .filter((file) => file !== '' && !/^(assets|models)\//.test(file) && existsSync(fromRoot(file)));
    expect(tracked.filter((file) => statSync(fromRoot(file)).size > 2_000_000)).toEqual([]);
  });

  test('reach the wire contract by its alias', () => {
    const relative = files
      .filter((from) => !from.startsWith('server/protocol/'))
      .flatMap((from) => importsOf(from).map((to) => ({ from, to })))
      .filter(({ from, to }) => to.startsWith('.') && targetOf(from, to).startsWith('server/protocol/'));
    expect(shown(relative)).toEqual([]);
  });

  test('export by name', () => {
    const unnamed = files.filter((file) => /^export default /m.test(readFileSync(fromRoot(file), 'utf8')));
    expect(unnamed).toEqual([]);
  });
});
