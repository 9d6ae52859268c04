import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fromRoot } from '../server/paths.ts';

const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'].concat(
  readdirSync(fromRoot('docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
);
const read = (page: string) => readFileSync(fromRoot(page), 'utf8');

/** Made by `npm start`, and a guide that the reader makes. */
const elsewhere = new Set(['models/cache', 'assets/guides/oak-table']);

/** As a host makes the addresses of headings. */
const anchor = (heading: string) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
const anchorsOf = (page: string) =>
  [...read(page).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => anchor(heading));

describe('what is written of the project', () => {
  test('links to pages, headings and files that are there', () => {
    const broken = pages.flatMap((page) =>
      [...read(page).matchAll(/(?:\]\(|src=")(?!https?:|mailto:)([^)#\s"]*)(?:#([^)\s]*))?[)"]/g)]
        .filter(([, path = '', part]) => {
          const target = path === '' ? page : fromRoot(dirname(page), path);
          if (path !== '' && !existsSync(target)) return true;
          const file = path === '' ? page : `${dirname(page)}/${path}`;
          return part !== undefined && file.endsWith('.md') && !anchorsOf(file).includes(part);
        })
        .map(([link]) => `${page}: ${link}`),
    );
    expect(broken).toEqual([]);
  });

  test('names files and folders that are there', () => {
    const missing = pages.flatMap((page) =>
      [...read(page).matchAll(/`((?:server|client|scripts|tests|models|assets|docs)\/[\w./-]+)`/g)]
        .map(([, path = '']) => path)
        .filter((path) => !elsewhere.has(path) && !existsSync(fromRoot(path)))
        .map((path) => `${page}: ${path}`),
    );
    expect(missing).toEqual([]);
  });

  test('names commands that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const unknown = pages.flatMap((page) =>
      [...read(page).matchAll(/`npm run (?:-s )?([\w:-]+)/g)]
        .map(([, name = '']) => name)
        .filter((name) => !(name in scripts))
        .map((name) => `${page}: npm run ${name}`),
    );
    expect(unknown).toEqual([]);
  });
});

test('the site leads to every page', () => {
  const sidebar = read('docs/.vitepress/config.mts');
  const names = readdirSync(fromRoot('docs')).filter((name) => name.endsWith('.md') && name !== 'index.md');
  expect(names.filter((name) => !sidebar.includes(`'${name.replace('.md', '')}')`))).toEqual([]);
});

describe('the architecture page', () => {
  const page = read('docs/architecture.md');

  test('explains at most 40 words', () => {
    const [, words = ''] = /## Words\n([\s\S]*?)\n## /.exec(page) ?? [];
    const rows = words.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| word '));
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.length).toBeLessThanOrEqual(40);
  });

  test('draws three walks', () => {
    expect(page.match(/^## Walk \d: .+\n\n.+\n\n```mermaid\nsequenceDiagram\n/gm)).toHaveLength(3);
  });

  test('maps every folder of the server and the client that holds a feature of its own', () => {
    const small = ['lan', 'plugins', 'order-numbers', 'testing', 'demo-shop', 'article'];
    const folders = ['server', 'client'].flatMap((side) =>
      readdirSync(fromRoot(side), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !small.includes(entry.name))
        .map(({ name }) => `${side}/${name}`),
    );
    expect(folders.filter((folder) => !page.includes(`\`${folder}\``))).toEqual([]);
  });
});
