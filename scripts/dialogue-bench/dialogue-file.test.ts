import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { fromRoot } from '../../server/paths.ts';
import { kindOf, readDialogues } from './dialogue-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'hexkey-dialogues-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(...lines: string[]) {
  const path = join(folder, 'some.jsonl');
  writeFileSync(path, lines.join('\n'));
  return readDialogues(path);
}

describe('a file of dialogues', () => {
  test('holds one a line; empty lines are passed over', () => {
    const found = read(
      '{"id":"fix-2","turns":[["yes"]]}',
      '',
      '{"id":"b","kind":"undo","turns":[["no",{}]]}',
    );
    expect(found.map(kindOf)).toEqual(['fix', 'undo']);
  });

  test('is refused with the number of the line that is wrong', () => {
    expect(() => read('{"id":"a","turns":[["yes"]]}', '{"id":"b","turns":[["yes",{"sais":"x"}]]}')).toThrow(
      /some\.jsonl:2/,
    );
  });
});

const ours = ['english', 'chinese', 'held-english', 'held-chinese'].map((name) => ({
  name,
  dialogues: readDialogues(fromRoot('tests', 'dialogues', `${name}.jsonl`)),
}));
const all = ours.flatMap(({ dialogues }) => dialogues);

describe('the written dialogues', () => {
  test('are 200 and more, each with an id of its own, and a quarter and more of them Chinese', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(200);
    expect(all.filter(({ lang }) => lang === 'zh').length).toBeGreaterThan(all.length / 4);
  });

  test('hold whole kinds back', () => {
    const kinds = (held: boolean) => new Set(all.filter((one) => (one.held ?? false) === held).map(kindOf));
    expect([...kinds(true)].filter((kind) => kinds(false).has(kind))).toEqual([]);
    expect(
      ours.filter(({ name, dialogues }) =>
        dialogues.some(({ held = false }) => held !== name.startsWith('held')),
      ),
    ).toEqual([]);
  });
});
