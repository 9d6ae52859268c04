/** A JSON schema as TypeBox writes it; of what is not said nothing is assumed. */
export interface JsonSchema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  anyOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  patternProperties?: Record<string, JsonSchema>;
  items?: JsonSchema | JsonSchema[];
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  format?: string;
}

/** A schema from anywhere; `undefined` for what is none. */
export function asSchema(value: unknown): JsonSchema | undefined {
  return typeof value === 'object' && value !== null ? (value as JsonSchema) : undefined;
}

/** What the patterns of our schemas ask for, one of each kind. */
const words = [
  'a',
  'abcd-1234',
  '2026-12-01',
  '2026-12-01T10:00:00Z',
  '10:00',
  'GB',
  'GBP',
  'en',
  '7',
  'https://shop.example/a',
  'a@shop.example',
  '#aabbcc',
  'a.webm',
  '00000000-0000-4000-8000-000000000000',
  'sha-256',
  '0'.repeat(64),
  Array(32).fill('AB').join(':'),
];

const plainWord = ({ pattern, minLength = 0, maxLength = 1e6 }: JsonSchema): string => {
  const fits = (text: string) =>
    text.length >= minLength && text.length <= maxLength && (!pattern || new RegExp(pattern, 'u').test(text));
  return words.find(fits) ?? 'a'.repeat(Math.min(Math.max(minLength, 1), maxLength));
};

/** A value that the schema takes, with every property that it names, each array with one member. */
export function exampleOf(schema: JsonSchema): unknown {
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf?.[0]) return exampleOf(schema.anyOf[0]);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map(exampleOf));
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, exampleOf(inner)]),
      );
    case 'array': {
      const { items, minItems = 0, maxItems = 1 } = schema;
      if (Array.isArray(items)) return items.map(exampleOf);
      const one = exampleOf(items ?? {});
      return Array.from({ length: Math.max(minItems, Math.min(1, maxItems)) }, () => one);
    }
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return plainWord(schema);
  }
}

/** A place in a schema where a text is taken, and how to make a value that has another text there. */
export interface TextPlace {
  /** Such as `lines.0.name`. */
  path: string;
  /** Longest text that the schema takes there. Absent: as long as you like. */
  longest?: number;
  fill(text: string): unknown;
}

/** Every place of a schema that takes any text: properties, members, keys, in each branch of its unions. */
export function textPlaces(schema: JsonSchema, path = ''): TextPlace[] {
  const below = (name: string) => (path === '' ? name : `${path}.${name}`);
  if ('const' in schema || schema.enum) return [];
  if (schema.anyOf) return schema.anyOf.flatMap((branch) => textPlaces(branch, path));
  if (schema.allOf)
    return schema.allOf.flatMap((part) =>
      textPlaces(part, path).map((place) => ({
        ...place,
        fill: (text: string) => Object.assign({}, exampleOf(schema), place.fill(text)),
      })),
    );
  switch (schema.type) {
    case 'object': {
      const whole = (change: object) => Object.assign({}, exampleOf(schema), change);
      const named = Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
        textPlaces(inner, below(name)).map((place) => ({
          ...place,
          fill: (text: string) => whole({ [name]: place.fill(text) }),
        })),
      );
      const keyed = Object.values(schema.patternProperties ?? {}).flatMap((inner) => [
        { path: below('(key)'), fill: (text: string) => whole({ [text]: exampleOf(inner) }) },
        ...textPlaces(inner, below('(any)')).map((place) => ({
          ...place,
          fill: (text: string) => whole({ key: place.fill(text) }),
        })),
      ]);
      return [...named, ...keyed];
    }
    case 'array': {
      const { items } = schema;
      const members = Array.isArray(items) ? items : items ? [items] : [];
      return members.flatMap((member, at) =>
        textPlaces(member, below(String(at))).map((place) => ({
          ...place,
          fill: (text: string) => {
            const all = members.map(exampleOf);
            all[at] = place.fill(text);
            return all;
          },
        })),
      );
    }
    case 'string':
      return [
        {
          path,
          ...(schema.maxLength !== undefined && { longest: schema.maxLength }),
          fill: (text) => text,
        },
      ];
    default:
      // no type: anything goes there
      return schema.type === undefined ? [{ path, fill: (text) => text }] : [];
  }
}

/** What breaks careless code when there is much of it: blanks that are seen or not, brackets, markup, marks, other scripts. */
const pieces = [
  ' ',
  '\n',
  '\0',
  '\ud83d',
  '\u200b',
  '\u202e\u0627',
  '(',
  '[{',
  '<b>',
  '<!--',
  '**_`',
  '😀',
  '👩‍👩‍👧',
  'e\u0301\u0302',
  'a',
  'a ',
  'A.',
  '0',
  '1,',
  '1 ',
  '-',
  '/../',
  '%',
  '\\',
  '\'"',
  '@',
  '的',
  '的 1',
  'and the ',
];

/** Texts of exactly `length` UTF-16 units, each of one piece again and again, some ending in something else. */
export const hostileTexts = (length: number): string[] =>
  pieces.flatMap((piece) => {
    const filled = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
    return length > 4 && (piece === ' ' || piece === '1 ') ? [filled, `${filled.slice(0, -1)}x`] : [filled];
  });
