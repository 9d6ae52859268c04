import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Phrase } from './phrases.ts';
import { placeholders, type Values } from './placeholders.ts';
import { loadTemplates, templatesFolder } from './templates.ts';
import { wordLine } from './wording.ts';

const wording = { language: 'en' as const, today: '2031-03-03', turn: 0, avoid: [] };
const line = (phrase: Phrase, values: Values) => wordLine(loadTemplates(), [phrase, values], wording);

describe('the templates', () => {
  it('all load, and every sentence comes in more than one wording, save labels and parts of sentences', () => {
    const { en, zh } = loadTemplates();
    const labels =
      /^(?:choice|topic|ticket|language|change\.that_day|item\.(?:swap|without|plus|original_method)|order\.method_ending|privacy\.delete|delivery\.(?:name|days|day_range)|.*summary)/;
    for (const [key, wordings] of [...en, ...zh])
      if (!labels.test(key)) expect(wordings.length, key).toBeGreaterThan(1);
  });

  it('are filled completely by any set of values', () => {
    const address = {
      label: 'office',
      recipient: 'M',
      street: '1 A Road',
      city: 'York',
      postcode: 'YO1',
      country: 'GB',
    };
    const money = { amount: 4900, currency: 'GBP' };
    const values: Values = Object.fromEntries(
      Object.keys(placeholders).map((name) => {
        if (name === 'address' || name === 'before') return [name, address];
        if (['price', 'refund', 'total'].includes(name)) return [name, money];
        if (['due', 'since', 'until', 'deadline'].includes(name)) return [name, '2031-03-05'];
        if (['days', 'count', 'minutes', 'position', 'step'].includes(name)) return [name, 2];
        return [name, name === 'order' || name === 'other' ? 'SO-45192' : '42'];
      }),
    );
    const templates = loadTemplates();
    for (const language of ['en', 'zh'] as const)
      for (const phrase of templates[language].keys() as Iterable<Phrase>)
        for (let turn = 0; turn < 4; turn++) {
          const { text, speech } = wordLine(templates, [phrase, values], { ...wording, language, turn });
          expect(text, phrase).not.toMatch(/[{}]|undefined|on on /);
          expect(speech.join('').length, phrase).toBeGreaterThan(0);
        }
  });

  it('say numbers for the ear and for the eye', () => {
    const { text, speech } = line('cancel.not_the_order', { order: 'SO-45192' });
    expect(text).toContain('SO-45192');
    expect(speech.join(' ')).toContain('S O four five one nine two');
  });

  it('say days as people do', () => {
    const due = (day: string) => line('address.due', { due: day }).text;
    expect(due('2031-03-04')).toMatch(/tomorrow/);
    expect(due('2031-03-05')).toMatch(/on Wednesday the 5th/);
    expect(due('2031-04-22')).toMatch(/on the 22nd of April/);
  });

  it('turn with the turns, and never repeat the sentence just said', () => {
    const templates = loadTemplates();
    const said = (turn: number, avoid: string[] = []) =>
      wordLine(templates, ['talk.thanks'], { ...wording, turn, avoid }).text;
    expect(new Set([0, 1, 2].map((turn) => said(turn))).size).toBe(3);
    expect(said(1)).toBe(said(1));
    expect(said(1, [said(1)])).not.toBe(said(1));
  });
});

describe('templates that do not fit are refused at load', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'templates-'));
    cpSync(templatesFolder, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const edit = (file: string, change: (phrases: Record<string, unknown>) => void) => {
    const path = join(folder, file);
    const phrases = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    change(phrases);
    writeFileSync(path, JSON.stringify(phrases));
  };

  it.each<[string, (phrases: Record<string, unknown>) => void, RegExp]>([
    [
      'a phrase missing in one language',
      (phrases) => delete phrases.greeting,
      /"talk.greeting" is missing in en/,
    ],
    [
      'a placeholder that nothing fills',
      (phrases) => Object.assign(phrases, { thanks: ['Hi {nickname}'] }),
      /\{nickname\}/,
    ],
    [
      'a message that does not parse',
      (phrases) => Object.assign(phrases, { thanks: ['Hi {name'] }),
      /does not parse/,
    ],
    [
      'something else than wordings',
      (phrases) => Object.assign(phrases, { thanks: 'Hi' }),
      /not a list of wordings/,
    ],
  ])('%s', (_what, change, message) => {
    edit('en/talk.json', change);
    expect(() => loadTemplates(folder)).toThrow(message);
  });
});
