import { Ajv } from 'ajv';
import Type, { type TSchema } from 'typebox';
import Value from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { schemaFaults } from './schema-faults.ts';

const validators = {
  TypeBox: (schema: TSchema, value: unknown) => schemaFaults(Value.Errors(schema, value), 'body'),
  Ajv(schema: TSchema, value: unknown) {
    const ajv = new Ajv({ allErrors: true });
    ajv.validate(schema, value);
    return schemaFaults(ajv.errors ?? [], 'body');
  },
};

const Order = Type.Object(
  {
    number: Type.String({ maxLength: 5 }),
    status: Type.Union([Type.Literal('packed'), Type.Literal('delivered')]),
    lines: Type.Array(Type.Object({ sku: Type.String(), quantity: Type.Integer({ minimum: 1 }) })),
    currency: Type.Optional(Type.Enum(['EUR', 'GBP'])),
  },
  { additionalProperties: false },
);

describe.each(Object.entries(validators))('faults that %s finds', (_name, faults) => {
  test('are all told, each by the path of its field', () => {
    const value = {
      number: '1234567',
      status: 'packed',
      lines: [{ sku: 'a', quantity: 0 }, { quantity: 1 }],
    };
    expect(faults(Order, value)).toEqual([
      expect.stringMatching(/^number must not have more than 5 characters$/i),
      expect.stringMatching(/^lines\.0\.quantity must be >= 1$/),
      'lines.1 lacks sku',
    ]);
  });

  test('name the values that are allowed, of a union as of an enumeration', () => {
    const value = { number: '1', status: 'lost', lines: [], currency: 'DM' };
    expect(faults(Order, value)).toEqual([
      'status must be one of packed, delivered',
      'currency must be one of EUR, GBP',
    ]);
  });

  test('name what is missing and what is not known, in the whole value', () => {
    const told = faults(Order, { status: 'packed', colour: 'red' }).sort();
    expect(told).toEqual(['body does not have colour', 'body lacks number, lines']);
  });

  test('tell of a union why none of its kinds fits, not that none does', () => {
    const Shape = Type.Object({
      shape: Type.Union([
        Type.Object({ radius: Type.Number() }),
        Type.Object({ side: Type.Number(), angle: Type.Number() }),
      ]),
    });
    expect(faults(Shape, { shape: { side: 'long' } })).not.toContainEqual(expect.stringContaining('anyOf'));
  });

  test('never repeat a value, which may be somebody’s', () => {
    const value = { number: '17 Privet Drive', status: '17 Privet Drive', lines: '17 Privet Drive' };
    expect(faults(Order, value).join()).not.toContain('Privet');
  });
});

test('faults beyond the eighth are counted', () => {
  const errors = Array.from({ length: 25 }, (_, at) => ({
    keyword: 'type',
    instancePath: `/${at}`,
    message: 'must be integer',
  }));
  const told = schemaFaults(errors, 'body');
  expect(told).toHaveLength(9);
  expect(told.slice(-2)).toEqual(['7 must be integer', 'and 17 more']);
});
