import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fromRoot } from '../server/paths.ts';

const table = readFileSync(fromRoot('docs', 'security.md'), 'utf8').replace(/\n/g, ' ');
const read = (file: string) => readFileSync(fromRoot(file), 'utf8');

const named = [...table.matchAll(/`((?:server|client|tests)\/[\w./-]+\.ts)`/g)].map(
  ([, file]) => file as string,
);

/** "a test’s title" in `its file`; titles in a row share the file. */
const cited = [...table.matchAll(/((?:"[^"]+"(?:, | and )?)+) in `([^`]+)`/g)].flatMap(
  ([, titles = '', file = '']) =>
    [...titles.matchAll(/"…?(?:and )?([^"…]+)…?"/g)].map(([, title]) => ({
      title: (title as string).trim(),
      file,
    })),
);

test('every file that the security table names is there', () => {
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((file) => !existsSync(fromRoot(file)))).toEqual([]);
});

test('every test that the security table cites stands in the file it is said to', () => {
  expect(cited.length).toBeGreaterThan(20);
  expect(cited.filter(({ title, file }) => !read(file).includes(title))).toEqual([]);
});
