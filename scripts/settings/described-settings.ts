import { isAbsolute, relative, sep } from 'node:path';
import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import { settingSections } from '../../server/config.ts';
import { fromRoot } from '../../server/paths.ts';

/** What the schema of a setting says to a reader. */
const Described = Type.Object({
  type: Type.Optional(Type.String()),
  enum: Type.Optional(Type.Array(Type.String())),
  default: Type.Optional(Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
  minimum: Type.Optional(Type.Number()),
  maximum: Type.Optional(Type.Number()),
  minLength: Type.Optional(Type.Number()),
  maxLength: Type.Optional(Type.Number()),
  examples: Type.Optional(Type.Array(Type.Union([Type.String(), Type.Number(), Type.Boolean()]))),
  writeOnly: Type.Optional(Type.Boolean()),
  description: Type.String(),
});
type Described = Static<typeof Described>;

export interface DescribedSetting {
  name: string;
  description: string;
  /** Said as a person would: "a whole number from 1 to 3650". */
  takes: string;
  /** As the variable holds it, paths from the project's folder; `undefined` where nothing is set. */
  default: string | undefined;
  examples: string[];
  secret: boolean;
}

export interface SettingSection {
  title: string;
  settings: DescribedSetting[];
}

export function describedSettings(): SettingSection[] {
  return Object.entries(settingSections).map(([title, settings]) => ({
    title,
    settings: Object.entries(settings).map(([name, schema]) =>
      describe(name, Value.Parse(Described, schema)),
    ),
  }));
}

const describe = (name: string, schema: Described): DescribedSetting => ({
  name,
  description: schema.description,
  takes: whatItTakes(schema),
  default: schema.default === undefined ? undefined : inProject(String(schema.default)),
  examples: (schema.examples ?? []).map(String),
  secret: schema.writeOnly ?? false,
});

/** From the project's folder, where it lies in there. */
function inProject(value: string): string {
  const within = relative(fromRoot(), value);
  return isAbsolute(value) && !within.startsWith('..') ? within.split(sep).join('/') : value;
}

function whatItTakes(schema: Described): string {
  if (schema.enum) return `one of ${schema.enum.join(', ')}`;
  if (schema.type === 'boolean') return 'true or false';
  if (schema.type === 'integer') return `a whole number${range(schema.minimum, schema.maximum, '')}`;
  return `text${range(schema.minLength, schema.maxLength, ' characters')}`;
}

function range(least: number | undefined, most: number | undefined, unit: string): string {
  if (least !== undefined && most !== undefined) return ` from ${least} to ${most}${unit}`;
  if (least !== undefined) return ` of at least ${least}${unit}`.replace('of at least 0', 'from 0');
  return most === undefined ? '' : ` of at most ${most}${unit}`;
}
