import fc, { type Arbitrary } from 'fast-check';
import { exampleOf, hostileTexts, type JsonSchema } from '../../server/testing/schema-values.ts';

/** Texts that have broken something somewhere: long and short, of any characters, and what looks like data of ours. */
const anyText = (longest: number): Arbitrary<string> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: Math.min(longest, 40) }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: Math.min(longest, 40) }) },
    { weight: 2, arbitrary: fc.constantFrom(...hostileTexts(Math.min(longest, 2_000))) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        'cancel order SO-45192',
        'yes',
        '2026-02-31',
        '2031-02-31T29:61:00Z',
        '__proto__',
        'constructor',
        "'; drop table orders; --",
        '../../../etc/passwd',
        'T-99999999999999999999',
        '+1e309',
        'NaN',
      ),
    },
  );

/** Made once each: a message has hundreds of places. */
const anyValue = fc.jsonValue({ maxDepth: 3 });
const texts = new Map<number, Arbitrary<string>>();

function textsUpTo(longest: number): Arbitrary<string> {
  const made = texts.get(longest) ?? anyText(longest);
  texts.set(longest, made);
  return made;
}

/** A value that fits the schema for the most part, with anything at all in a few places. */
export function valuesOf(schema: JsonSchema): Arbitrary<unknown> {
  return fc.oneof({ weight: 30, arbitrary: fittingValues(schema) }, { weight: 1, arbitrary: anyValue });
}

function fittingValues(schema: JsonSchema): Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(valuesOf));
  if (schema.allOf)
    return fc.tuple(...schema.allOf.map(fittingValues)).map((parts) => Object.assign({}, ...parts));
  switch (schema.type) {
    case 'object':
      return objectsOf(schema);
    case 'array': {
      const { items, minItems = 0, maxItems = 4 } = schema;
      if (Array.isArray(items)) return fc.tuple(...items.map(valuesOf));
      return fc.array(valuesOf(items ?? {}), {
        minLength: Math.min(minItems, 4),
        maxLength: Math.min(maxItems, 4),
      });
    }
    case 'integer':
      return integersOf(schema);
    case 'number':
      return fc.double({ min: schema.minimum ?? -1e12, max: schema.maximum ?? 1e12, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return fc.oneof(fc.constant(exampleOf(schema)), textsUpTo(schema.maxLength ?? 2_000));
    default:
      return anyValue;
  }
}

/** Small ones mostly, and the edges. */
const integersOf = ({ minimum = -1_000_000_000_000, maximum = 1_000_000_000_000 }: JsonSchema) =>
  fc.oneof(
    fc.integer({ min: Math.max(minimum, -3), max: Math.min(maximum, Math.max(minimum, 0) + 20) }),
    fc.constantFrom(minimum, maximum),
  );

function objectsOf(schema: JsonSchema): Arbitrary<unknown> {
  const named = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, valuesOf(inner)]),
  );
  const [keyed] = Object.values(schema.patternProperties ?? {});
  const own = fc.record(named, { requiredKeys: schema.required ?? [] });
  return keyed ? fc.dictionary(textsUpTo(60), valuesOf(keyed), { maxKeys: 4 }) : own;
}
