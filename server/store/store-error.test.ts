import { describe, expect, it } from 'vitest';
import { storeError } from './store-error.ts';

const failure = (fields: object) =>
  new Error('query failed', { cause: Object.assign(new Error('inner'), fields) });

describe('a store failure', () => {
  it.each([
    ['PostgreSQL', { code: '53100' }],
    ['the system', { code: 'ENOSPC' }],
    ['the embedded store', { name: 'ErrnoError', errno: 51 }],
  ])('is a full disk where %s says so, however deep inside', (_who, fields) => {
    expect(storeError(failure(fields))).toMatchObject({ code: 'disk_full' });
  });

  it('is left as it is otherwise', () => {
    expect(storeError(failure({ code: '23505' }))).toBeUndefined();
  });
});
