import Value from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { OrderNumber } from './order.ts';

describe('an order number', () => {
  it.each([
    '#1001',
    'A-2024-00077',
    'ORD-9X4K2',
    '#W2378156',
    '80014477',
    'SO-45192',
    'B 12/7',
    '订单88',
    '7',
  ])('may be %s', (number) => expect(Value.Check(OrderNumber, number)).toBe(true));

  it.each([
    ['empty', ''],
    ['a space at its start', ' 1001'],
    ['a space at its end', '1001 '],
    ['a line break', '10\n01'],
    ['a control character', '10\u000001'],
    ['more than 40 characters', '1'.repeat(41)],
  ])('is none with %s', (_what, number) => expect(Value.Check(OrderNumber, number)).toBe(false));
});
