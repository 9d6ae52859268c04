import { describe, expect, it } from 'vitest';
import { newId } from './new-id.ts';

describe('newId', () => {
  it('is a UUID of version 4', () => {
    for (let n = 0; n < 200; n++)
      expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('is another each time', () => {
    expect(new Set(Array.from({ length: 200 }, newId)).size).toBe(200);
  });
});
