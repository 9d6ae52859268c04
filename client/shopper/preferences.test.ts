import { expect, it } from 'vitest';
import { readPreferences, writePreferences } from './preferences.ts';

const stored = (text: string | null) => ({ getItem: () => text });

it('a preference store finds again what was chosen', () => {
  let text = '';
  writePreferences(
    {
      setItem: (_key, value) => {
        text = value;
      },
    },
    { language: 'zh', handsFree: true },
  );
  expect(readPreferences(stored(text))).toEqual({ language: 'zh', handsFree: true });
});

it('a preference store takes nothing from what is broken or foreign', () => {
  expect(readPreferences(undefined)).toEqual({});
  expect(readPreferences(stored('{'))).toEqual({});
  expect(readPreferences(stored('[1]'))).toEqual({});
  expect(readPreferences(stored('{"language":"fr","muted":"yes"}'))).toEqual({});
});
