import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import { fromRoot } from '../server/paths.ts';
import { cpuMs } from '../server/testing/cpu-time.ts';

/** Milliseconds of processor time that one pattern may take over one message. */
const mostMs = 50;
/** UTF-16 units: what one message of a shopper may have. */
const longest = 2_000;
/** A pattern that is not done by then is given up: the worst would never be. */
const patienceMs = 2_000;

const list = ['ls-files', '--cached', '--others', '--exclude-standard', 'server/**/*.ts'];
const sources = execFileSync('git', list, { cwd: fromRoot(), encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && !/\.test\.ts$|\/testing\/|\/demo\//.test(file));

interface Pattern {
  file: string;
  source: string;
  flags: string;
}

const isNode = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Every regular expression that stands in a file as such. */
function literalsOf(file: string): Pattern[] {
  const found: Pattern[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(walk);
    else if (isNode(node)) {
      const { regex } = node;
      if (isNode(regex)) found.push({ file, source: String(regex.pattern), flags: String(regex.flags) });
      for (const [key, value] of Object.entries(node)) if (key !== 'regex' && key !== 'value') walk(value);
    }
  };
  walk(parseAst(readFileSync(fromRoot(file), 'utf8'), { lang: 'ts' }));
  return found;
}

/** A library makes patterns for languages that nobody asks it for. The first line is the message, the second the proxy. */
const isOurs = (stack = ''): boolean => !(stack.split('\n')[2] ?? '').includes('node_modules');

/** Every one that is put together of words while a file is loaded. */
async function builtBy(files: string[]): Promise<Pattern[]> {
  const found: Pattern[] = [];
  const original = globalThis.RegExp;
  let loading = '';
  globalThis.RegExp = new Proxy(original, {
    construct(target, [source, flags]: [string | RegExp, string?]) {
      const made = new target(source, flags);
      if (loading !== '' && isOurs(new Error().stack))
        found.push({ file: loading, source: made.source, flags: made.flags });
      return made;
    },
  });
  try {
    for (const file of files) {
      loading = file;
      await import(pathToFileURL(fromRoot(file)).href);
      loading = '';
    }
  } finally {
    globalThis.RegExp = original;
  }
  return found;
}

const pieces = " |0|.|,|-|'|(|[|@|/|a|é|的|四|א|\u202e|😀|\u0301|a |1 |1,|1.|a.|. |, |the |的 ".split('|');

const filled = (piece: string): string => piece.repeat(Math.ceil(longest / piece.length)).slice(0, longest);

/** Anything again and again, and what the pattern looks for itself: repeated, with gaps, and broken off at the end. */
function hostileTo({ source }: Pattern): string[] {
  const wanted = [...new Set(source.match(/[a-z]{2,}|\p{Script=Han}{1,4}/gu) ?? [])].slice(0, 4);
  const repeated = [...pieces, ...wanted.flatMap((word) => [word, `${word} `])].map(filled);
  return [...repeated, ...wanted.map((word) => word + ' '.repeat(longest))].map((text) => `${text}\u0000`);
}

const context = createContext({});

/** The text that a pattern takes longest for, and how long. */
function slowest(pattern: Pattern): { ms: number; text: string } {
  const flags = pattern.flags.replace(/[gy]/g, '');
  let worst = { ms: 0, text: '' };
  for (const text of hostileTo(pattern)) {
    const began = performance.now();
    try {
      Object.assign(context, { source: pattern.source, flags, text });
      runInContext('new RegExp(source, flags).test(text)', context, { timeout: patienceMs });
    } catch {
      return { ms: patienceMs, text };
    }
    const ms = performance.now() - began;
    if (ms > worst.ms) worst = { ms, text };
  }
  if (worst.ms <= mostMs) return worst;
  const expression = new RegExp(pattern.source, flags);
  return { ...worst, ms: cpuMs(() => expression.test(worst.text)) };
}

test('no pattern of the server takes long over a message, however hostile', {
  timeout: 300_000,
}, async () => {
  const building = sources.filter((file) => readFileSync(fromRoot(file), 'utf8').includes('new RegExp('));
  const all = [...sources.flatMap(literalsOf), ...(await builtBy(building))];
  const patterns = [...new Map(all.map((one) => [`${one.source}/${one.flags}`, one])).values()];
  expect(patterns.length).toBeGreaterThan(300);
  const slow = patterns.flatMap((pattern) => {
    const { ms, text } = slowest(pattern);
    return ms > mostMs
      ? [`${pattern.file} /${pattern.source.slice(0, 160)}/ ${Math.round(ms)} ms: ${text.slice(0, 12)}`]
      : [];
  });
  expect(slow).toEqual([]);
});
