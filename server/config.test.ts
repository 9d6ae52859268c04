import { describe, expect, test } from 'vitest';
import { readSettings } from './config.ts';

describe('settings', () => {
  test('have defaults for everything a first start needs', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({ HOST: '127.0.0.1', PORT: 8787, HEXKEY_DEMO: true, HEXKEY_LOG: 'info' });
    expect(settings.HEXKEY_DATA).toMatch(/[/\\]data$/);
    expect(settings.DATABASE_URL).toBeUndefined();
  });

  test('are read as the type they have, and an empty variable is as good as none', () => {
    const settings = readSettings({ PORT: '9000', HEXKEY_DEMO: 'false', HEXKEY_RECOGNISER: '' });
    expect(settings).toMatchObject({ PORT: 9000, HEXKEY_DEMO: false, HEXKEY_RECOGNISER: 'moonshine-tiny' });
  });

  test.each([
    ['PORT', '70000'],
    ['PORT', 'eighty'],
    ['HEXKEY_LOG', 'loud'],
    ['HEXKEY_TOKEN_SECRET', 'short'],
    ['HEXKEY_MODELS_MIRROR', '/srv/models'],
    ['HEXKEY_PROXIES', 'proxy.example'],
  ])('%s=%s is refused by name', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`Wrong settings: .*${name}`));
  });

  test('are refused all at once, so that one look mends them', () => {
    expect(() => readSettings({ PORT: '-1', HEXKEY_LOG: 'loud' })).toThrow(/PORT.*HEXKEY_LOG/);
  });

  test('are refused with the values that are allowed', () => {
    expect(() => readSettings({ HEXKEY_LOG: 'loud' })).toThrow(
      'HEXKEY_LOG must be one of trace, debug, info, warn, error, silent',
    );
  });
});
