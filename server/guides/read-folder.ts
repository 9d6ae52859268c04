import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Guide } from '#protocol';
import { checkDeclaredSize } from './model-size.ts';
import { type Finding, parseGuide } from './parse.ts';

/** Most bytes read of each file. A guide of 60 full steps has a fifth of it; what ships has a far lower budget. */
const most = { 'guide.json': 1_000_000, 'model.glb': 20_000_000 } as const;

/** Reads a guide's two files. Whatever is wrong with them comes back as findings, never as an exception. */
export async function readGuideFolder(
  folder: string,
): Promise<{ guide: Guide; model: Uint8Array } | { findings: Finding[] }> {
  const findings: Finding[] = [];
  const read = async (name: keyof typeof most) => {
    const path = join(folder, name);
    const size = (await stat(path).catch(() => undefined))?.size;
    if (size === undefined)
      findings.push({ where: name, problem: 'the file is missing', fix: `put it at ${path}` });
    else if (size > most[name]) {
      findings.push({
        where: name,
        problem: `it has ${megabytes(size)} MB and at most ${megabytes(most[name])} are read`,
        fix: 'simplify it, or split the product into several guides',
      });
    } else return readFile(path);
    return undefined;
  };
  const [json, model] = [await read('guide.json'), await read('model.glb')];
  if (!json || !model) return { findings };
  const parsed = parseGuide(json.toString('utf8'));
  if ('findings' in parsed) return parsed;
  const refused = checkDeclaredSize(model);
  return refused.length > 0 ? { findings: refused } : { guide: parsed.guide, model };
}

const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1);
