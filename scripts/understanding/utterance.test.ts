import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { expand } from './expand.ts';
import { acceptedFor } from './label-map.ts';
import { MissingDataError, readPublic } from './training-data.ts';
import { readUtterances, UnknownLabelError } from './utterance.ts';

const folder = mkdtempSync(join(tmpdir(), 'hexkey-utterances-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('acceptedFor', () => {
  it.each([
    ['intent', 'track_order', ['track_order']],
    ['intent', 'oos', ['out_of_scope']],
    ['intent', 'oos_near', ['out_of_scope']],
    ['intent', 'cancel_change_order', ['cancel_order', 'change_items']],
    ['intent', 'order_check', ['track_order', 'order_facts', 'not_received', 'tracking_problem']],
    ['intent', 'repeat', ['repeat_step']],
    ['mood', 'joy', ['happy']],
    ['intent', 'other', null],
    ['intent', 'no_such_label', undefined],
    ['mood', 'track_order', undefined],
  ] as const)('%s %s', (task, label, accepted) => {
    expect(acceptedFor(task, label)).toEqual(accepted);
  });

  it("prefers a source's own finer label", () => {
    expect(acceptedFor('intent', 'cancel_change_order', 'abcd', 'order_issue/manage_upgrade')).toEqual([
      'hurry_shipping',
    ]);
    expect(acceptedFor('intent', 'other', 'hint3-sofmattress', 'LEAD_GEN')).toEqual(['human_agent']);
  });
});

describe('readUtterances', () => {
  it('keeps our labels, counts the left out, and groups the same words', () => {
    const path = fileOf('a.tsv', 'oos\tTell me a joke!\nother\tseller\nout_of_scope\ttell me, a joke\n');
    const { utterances, leftOut } = readUtterances('intent', path);
    expect(leftOut).toBe(1);
    expect(utterances.map(({ accepted }) => accepted[0])).toEqual(['out_of_scope', 'out_of_scope']);
    expect(utterances[0]?.group).toBe(utterances[1]?.group);
  });

  it('groups recognised speech with the words that were spoken', () => {
    const path = fileOf('b.jsonl', '{"text":"human age unto","said":"Human agent","label":"human_agent"}');
    expect(readUtterances('intent', path).utterances[0]?.group).toBe('human agent');
  });

  it('refuses labels that nobody knows', () => {
    const path = fileOf('c.tsv', 'order_pizza\tone margherita\n');
    expect(() => readUtterances('intent', path)).toThrow(UnknownLabelError);
    expect(() => readUtterances('intent', path)).toThrow(/order_pizza/);
  });

  it('says that the label comes first where the columns stand the other way round', () => {
    const rows = Array.from({ length: 8 }, (_, at) => `where is parcel ${at}\ttrack_order\n`);
    const path = fileOf('d.tsv', rows.join(''));
    expect(() => readUtterances('intent', path)).toThrow(/parcel 4 and 3 more.*label<TAB>text/);
  });
});

it('training says which public sets are missing and how to name their folder', () => {
  expect(() => readPublic('mood', folder)).toThrow(MissingDataError);
  expect(() => readPublic('mood', folder)).toThrow(/goemotions6\.jsonl[\s\S]*--data FOLDER/);
});

describe('expand', () => {
  it('takes one of each choice, nested and named, the same every time', () => {
    const texts = expand('{go {to|back to}|open} step {n}{ please|}', 8);
    expect(texts).toEqual(expand('{go {to|back to}|open} step {n}{ please|}', 8));
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) expect(text).toMatch(/^(go to|go back to|open) step \w+( please)?$/);
  });

  it('gives fewer where a pattern holds fewer', () => {
    expect(expand('{yes|yeah}', 12).sort()).toEqual(['yeah', 'yes']);
  });
});
