import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { fromRoot } from '../../server/paths.ts';

const folder = mkdtempSync(join(tmpdir(), 'hexkey-eval-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const run = promisify(execFile);
const evaluate = (...given: string[]) =>
  run(process.execPath, ['--import', 'tsx', fromRoot('scripts', 'eval-understanding.ts'), ...given]);

describe('npm run eval:understanding', () => {
  it('scores files of both formats together and ends in one JSON line', async () => {
    const json = fileOf(
      'a.jsonl',
      '{"text":"where is my order","label":"order_check"}\n{"text":"x","label":"other"}\n',
    );
    const tabs = fileOf('b.tsv', 'oos\tplay some music\ntrack_order\tcancel my order please\n');
    const { stdout } = await evaluate('--json', json, tabs);
    expect(stdout).toMatch(/1 {2}track_order taken for cancel_order/);
    const figures: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
    expect(figures).toMatchObject({ task: 'intent', rows: 3, leftOut: 1, accuracy: 2 / 3, oosAuroc: 1 });
    expect(figures).toHaveProperty('p99Ms', expect.any(Number));
  });

  it('scores moods', async () => {
    const { stdout } = await evaluate(
      '--task',
      'mood',
      '--json',
      fileOf('m.tsv', 'joy\tI love it, thank you\n'),
    );
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ task: 'mood', accuracy: 1 });
  });

  it('scores acts and polarity where rows name them', async () => {
    const rows = [
      { text: 'where is my order', label: 'track_order', act: 'ask_state', negated: 0 },
      { text: "please don't cancel my order", label: 'cancel_order', act: 'refusal', negated: 1 },
      { text: 'please cancel my order', label: 'cancel_order', act: 'refusal', negated: 1 },
    ];
    const { stdout } = await evaluate(
      '--json',
      fileOf('c.jsonl', rows.map((row) => JSON.stringify(row)).join('\n')),
    );
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({
      acts: 2 / 3,
      polarity: 2 / 3,
    });
  });

  it.each([
    ['bad.tsv', 'track_order where is it\n', /bad\.tsv has 1 wrong line\(s\):\n {2}line 1: no tab/],
    ['strange.tsv', 'order_pizza\tone margherita\n', /strange\.tsv has labels .* order_pizza/],
  ])('refuses %s and fails', async (name, content, message) => {
    await expect(evaluate(fileOf(name, content))).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(message),
    });
  });
});
