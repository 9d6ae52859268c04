import Value from 'typebox/value';
import { Guide, guideFormat } from '#protocol';

/** One thing wrong with a guide: where, what, and what its author can do about it. */
export interface Finding {
  /** A place in the guide: `/steps/3/title`, `model.glb`. */
  where: string;
  problem: string;
  fix: string;
}

export type Parsed = { guide: Guide } | { findings: [Finding, ...Finding[]] };

/** A guide from the text of its guide.json, or everything that the schema has against it. */
export function parseGuide(json: string): Parsed {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return refused('guide.json', `no JSON: ${(error as Error).message}`, 'mend the syntax');
  }
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  if (typeof format === 'number' && format > guideFormat) {
    return refused(
      '/format',
      `the guide is of format ${format}; this version reads up to ${guideFormat}`,
      'update Hexkey, or export the guide in the older format',
    );
  }
  if (Value.Check(Guide, value)) return { guide: value };
  const [first, ...rest] = Value.Errors(Guide, value).map((error) => ({
    where: error.instancePath || 'guide.json',
    problem: error.message,
    fix: 'see server/protocol/index.ts for what the field takes',
  }));
  return first
    ? { findings: [first, ...rest] }
    : refused('guide.json', 'it does not fit the schema', 'compare it with a guide that ships');
}

const refused = (where: string, problem: string, fix: string): Parsed => ({
  findings: [{ where, problem, fix }],
});
