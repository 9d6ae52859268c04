import { describe, expect, it } from 'vitest';
import { codeOf, numberShape } from './index.ts';

describe('the shape of order numbers', () => {
  it.each([
    [['SO-45192', 'SO-45912'], 'SO-', ['45192', '45912'], ''],
    [['#1001'], '#', ['1001'], ''],
    [['#W2378156', '#W7678072'], '#W', ['2378156', '7678072'], ''],
    [['A-2024-00077'], 'A-', ['202400077'], ''],
    [['ORD-9X4K2', 'ORD-X41BB'], 'ORD-', ['9X4K2', 'X41BB'], 'XKB'],
    [['80014477'], '', ['80014477'], ''],
    [['#1001', 'W-22'], '', ['1001', 'W22'], 'W'],
  ])('%j begins with "%s"', (numbers, written, codes, letters) => {
    const shape = numberShape(numbers);
    expect(shape.written).toBe(written);
    expect(numbers.map((number) => codeOf(number, shape))).toEqual(codes);
    expect(shape.letters).toEqual(new Set(letters));
  });

  it('is five digits where none is known', () => {
    expect(numberShape([])).toMatchObject({ lengths: [5, 5], written: '' });
  });
});
