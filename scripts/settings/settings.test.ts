import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readSettings, Settings } from '../../server/config.ts';
import { fromRoot } from '../../server/paths.ts';
import { describedSettings } from './described-settings.ts';
import { configurationPage, environmentExample } from './write-settings.ts';

const every = describedSettings().flatMap(({ settings }) => settings);

describe('each setting', () => {
  test('stands in one section', () => {
    expect(every.map(({ name }) => name).sort()).toEqual(Object.keys(Settings.properties).sort());
  });

  test('says in a sentence what it is for', () => {
    expect(every.filter(({ description }) => !/^[^.].{20,}\.$/.test(description))).toEqual([]);
  });

  test('has an example, unless it is a secret', () => {
    const wrong = every.filter(({ examples, secret }) => examples.length > 0 === secret);
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test('takes its examples for what they say', () => {
    for (const { name, examples } of every)
      for (const example of examples) {
        const read = Object.entries(readSettings({ [name]: example })).find(([key]) => key === name);
        expect(String(read?.[1])).toBe(example);
      }
  });
});

describe('what is written of the settings', () => {
  test('docs/configuration.md is what `npm run docs:settings` writes', () => {
    expect(readFileSync(fromRoot('docs', 'configuration.md'), 'utf8')).toBe(configurationPage());
  });

  test('.env.example is what `npm run docs:settings` writes', () => {
    expect(readFileSync(fromRoot('.env.example'), 'utf8')).toBe(environmentExample());
  });

  test('.env.example changes nothing until a line is uncommented', () => {
    expect(parseEnv(environmentExample())).toEqual({});
  });

  test('.env.example with every line of a default or example uncommented is read without a fault', () => {
    const uncommented = environmentExample().replace(/^#(?=\w+=)/gm, '');
    expect(Object.keys(parseEnv(uncommented)).sort()).toEqual(every.map(({ name }) => name).sort());
    expect(() => readSettings(parseEnv(uncommented) as Record<string, string>)).not.toThrow();
  });

  test('no path of the machine that wrote them is in them', () => {
    expect(configurationPage() + environmentExample()).not.toContain(fromRoot());
  });
});
