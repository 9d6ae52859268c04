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

/** What a file imports before it runs; `values` leaves out what is there for the compiler alone. */
function staticImports(file: string, which: 'values' | 'everything'): string[] {
  const source = readFileSync(fromRoot(file), 'utf8');
  const clause = /^(?:import|export)\s+(type\s+)?([^;'"]*?)\s*from\s*['"]([^'"]+)['"]/gm;
  return [...source.matchAll(clause)]
    .filter(([, type, names = '']) => which === 'everything' || !(type || isTypesAlone(names)))
    .map(([, , , from]) => from as string);
}

const isTypesAlone = (names: string): boolean =>
  /^\{[^}]*\}$/.test(names) &&
  names
    .slice(1, -1)
    .split(',')
    .every((name) => name.trim() === '' || /^\s*type\s/.test(name));

/** The names that a file defines and exports; what it hands on from another file is that file's. */
function exportsOf(file: string): Set<string> {
  const source = readFileSync(fromRoot(file), 'utf8');
  const defined =
    /^export (?:declare |abstract |async )*(?:function\*?|class|const|let|interface|type|enum) ([\w$]+)/gm;
  const listed = /^export (?:type )?\{([^}]*)\}(?! from)/gm;
  return new Set([
    ...[...source.matchAll(defined)].map(([, name = '']) => name),
    ...[...source.matchAll(listed)].flatMap(([, names = '']) =>
      names.split(',').flatMap((each) => /([\w$]+)\s*$/.exec(each)?.[1] ?? []),
    ),
  ]);
}

/** The feature a file belongs to: "server/orders", or `undefined` for the files that put them together. */
const featureOf = (path: string): string | undefined => /^(?:server|client)\/[^/]+(?=\/)/.exec(path)?.[0];

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

  test('a client’s feature is entered by its index.ts or contract.ts', () => {
    const wrong = arrows.filter(({ from, to }) => {
      const [own, target] = [featureOf(from), featureOf(to)];
      // What is built beside the pages (.test, plugins of the build) knows its file by name.
      if (!own || !target || own === target || isTest(from) || from.endsWith('-plugin.ts')) return false;
      return from.startsWith('client/') && to.startsWith('client/') && !/\/(index|contract)\.ts$/.test(to);
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

/** Each group of files of which every one reaches every other by `reach`. */
function circles(reach: ReadonlyMap<string, readonly string[]>): string[][] {
  const reached = (from: string): Set<string> => {
    const seen = new Set<string>();
    const open = [from];
    for (let file = open.pop(); file !== undefined; file = open.pop())
      for (const to of reach.get(file) ?? [])
        if (!seen.has(to)) {
          seen.add(to);
          open.push(to);
        }
    return seen;
  };
  const all = new Map([...reach.keys()].map((file) => [file, reached(file)]));
  return [...all]
    .filter(([file, others]) => others.has(file))
    .map(([file, others]) => [...others].filter((other) => all.get(other)?.has(file)).sort());
}

describe('no file needs itself', () => {
  const product = files.filter((file) => /^(server|client)\//.test(file));
  const reach = (which: 'values' | 'everything') =>
    new Map(
      product.map((from) => [
        from,
        staticImports(from, which)
          .map((to) => targetOf(from, to))
          .filter((to) => product.includes(to)),
      ]),
    );

  test('to run', () => {
    expect(circles(reach('values'))).toEqual([]);
  });

  test('to be read', () => {
    expect(circles(reach('everything'))).toEqual([]);
  });
});

describe('an exported name', () => {
  test('means one thing', () => {
    const homes = new Map<string, Set<string>>();
    // Scripts and specs are programs of their own.
    for (const file of files.filter((each) => /^(server|client)\//.test(each)))
      for (const name of exportsOf(file)) homes.set(name, (homes.get(name) ?? new Set()).add(file));
    const shared = [...homes].filter(([, { size }]) => size > 1);
    expect(shared.map(([name, all]) => `${name}: ${[...all].join(', ')}`)).toEqual([]);
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

  test('that scripts take from what is built are built from a source, and export what is taken', () => {
    const taken = files
      .filter((file) => file.startsWith('scripts/') && file.endsWith('.mjs'))
      .flatMap((from) => importsOf(from).map((to) => targetOf(from, to)))
      .filter((to) => to.startsWith('dist/server/'))
      .map((to) => to.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
    expect(taken.length).toBeGreaterThan(2);
    expect(taken.filter((source) => !files.includes(source))).toEqual([]);
    expect(exportsOf('server/models/fetch-models.ts')).toContain('isCached');
  });

  test('export by name', () => {
    const unnamed = files.filter((file) => /^export default /m.test(readFileSync(fromRoot(file), 'utf8')));
    expect(unnamed).toEqual([]);
  });
});
