import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';
import { compiledCheck } from './compiled-check-plugin.ts';
import { readServerMessage } from './server-message.ts';

let compiled: { readServerMessage: typeof readServerMessage };

beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [compiledCheck()],
    build: {
      write: false,
      lib: { entry: `${import.meta.dirname}/server-message.ts`, formats: ['es'], fileName: 'check' },
    },
  });
  const [bundle] = Array.isArray(built) ? built : [];
  const code = bundle?.output[0].code ?? '';
  const module = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  compiled = { readServerMessage: module.readServerMessage };
});

test('no check brings the schema library along', () => {
  const { load } = compiledCheck() as { load: (id: string) => string | undefined };
  const client = resolve(import.meta.dirname, '..');
  const modules = readdirSync(client, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(^|\/)checks\.ts$/.test(path))
    .map((path) => resolve(client, path));
  const checksOf = (file: string) => readFileSync(file, 'utf8').match(/(?<=export const )is\w+/g) ?? [];
  expect(modules.flatMap(checksOf).length).toBeGreaterThan(10);
  const compiledIn = (file: string) => load(file)?.match(/(?<=Check as )is\w+/g) ?? [];
  for (const file of modules) expect(compiledIn(file).sort()).toEqual(checksOf(file).sort());
});

const at = '2026-01-01T10:00:00Z';
const entry = { who: 'shopper', id: '1', text: 'hi', source: 'voice', at };

describe.each([
  ['a partial', { n: 3, event: { type: 'partial', utterance: 1, text: 'where' } }, true],
  ['an entry of the history', { n: 4, event: { type: 'shopper_said', entry } }, true],
  [
    'an error',
    { n: 0, event: { type: 'error', code: 'overloaded', message: 'Later.', retryable: true } },
    true,
  ],
  ['an unknown code', { n: 0, event: { type: 'error', code: 'oops', message: 'x', retryable: true } }, false],
  ['a moment that is none', { n: 4, event: { type: 'shopper_said', entry: { ...entry, at: 'now' } } }, false],
  ['no number', { event: { type: 'thinking' } }, false],
  ['a number below zero', { n: -1, event: { type: 'thinking' } }, false],
  ['an unknown event', { n: 1, event: { type: 'sing' } }, false],
  ['nothing', null, false],
])('%s', (_, message, good) => {
  const accepts = (read: typeof readServerMessage) => {
    try {
      expect(read(JSON.stringify(message))).toEqual(message);
      return true;
    } catch {
      return false;
    }
  };

  test('is judged alike by the schema and by the code compiled from it', () => {
    expect([accepts(readServerMessage), accepts(compiled.readServerMessage)]).toEqual([good, good]);
  });
});
