import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

test('the table of what is kept names every table of the store, and no other', () => {
  const [, kept = ''] = table.split('## What is kept of people, where, for how long, and who sees it');
  const rows = kept.split('Deletion by age runs')[0] ?? '';
  const said = [...rows.matchAll(/`([a-z_]+)`/g)].map(([, name]) => name as string).sort();
  const snapshots = readdirSync(fromRoot('server', 'store', 'migrations', 'meta'))
    .filter((name) => name.endsWith('_snapshot.json'))
    .sort();
  const newest = JSON.parse(read(`server/store/migrations/meta/${snapshots.at(-1)}`));
  const stored = Object.keys(newest.tables).map((name) => name.replace(/^public\./, ''));
  expect(said).toEqual(stored.sort());
});
