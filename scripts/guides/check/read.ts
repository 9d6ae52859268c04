import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import Value from 'typebox/value';
import { Guide, guideFormat } from '../../../server/protocol/guide.ts';
import type { Finding } from './finding.ts';

/** Largest guide.json read, in bytes: a guide of 60 full steps has a fifth of it. */
const maxGuideBytes = 1_000_000;
/** Largest model read at all, in bytes; the budget for what ships is lower, see model.ts. */
const maxModelBytes = 20_000_000;

/** Reads a guide's two files. Whatever is wrong with them comes back as findings, never as an exception. */
export async function readGuide(
  folder: string,
): Promise<{ guide: Guide; model: Uint8Array } | { findings: Finding[] }> {
  const findings: Finding[] = [];
  const file = async (name: string, most: number) => {
    const path = join(folder, name);
    const size = (await stat(path).catch(() => undefined))?.size;
    if (size === undefined) {
      findings.push({ where: name, problem: 'the file is missing', fix: `put it at ${path}` });
    } else if (size > most) {
      findings.push({
        where: name,
        problem: `it has ${megabytes(size)} MB and at most ${megabytes(most)} are read`,
        fix: 'simplify the model, or split the product into several guides',
      });
    } else return readFile(path);
    return undefined;
  };
  const [json, model] = [await file('guide.json', maxGuideBytes), await file('model.glb', maxModelBytes)];
  if (!json || !model) return { findings };
  const guide = parseGuide(json.toString('utf8'));
  return 'findings' in guide ? guide : { guide, model };
}

const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1);

/** A guide from its text, or what the schema says against it. */
export function parseGuide(json: string): Guide | { findings: Finding[] } {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return {
      findings: [
        { where: 'guide.json', problem: `no JSON: ${(error as Error).message}`, fix: 'mend the syntax' },
      ],
    };
  }
  const format = (value as { format?: unknown } | null)?.format;
  if (typeof format === 'number' && format > guideFormat) {
    return {
      findings: [
        {
          where: 'format',
          problem: `the guide is of format ${format}; this version reads up to ${guideFormat}`,
          fix: 'update Hexkey, or export the guide in the older format',
        },
      ],
    };
  }
  if (Value.Check(Guide, value)) return value;
  return {
    findings: Value.Errors(Guide, value).map((error) => ({
      where: error.instancePath || 'guide.json',
      problem: error.message,
      fix: 'see server/protocol/guide.ts for what the field takes',
    })),
  };
}
