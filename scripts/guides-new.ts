import { chmod, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { fromRoot } from '../server/paths.ts';
import { mostModelBytes } from './guides/intake/container.ts';
import { type NewGuide, type NewGuideOptions, newGuide, slugFrom } from './guides/intake/new-guide.ts';
import { modelUnits, type UnitName, type UpAxis, upAxes } from './guides/intake/placement.ts';
import { bytesInWords, ModelRefusal } from './guides/intake/refusal.ts';
import { reportOf } from './guides/intake/report.ts';

const help = `npm run guides:new -- FILE.glb [--slug oak-table] [--unit mm] [--up z] [--languages en] [--yes]
Drafts a guide from a model that you have: parts, fasteners, an order with directions, words, and a picture of every step.
  --slug       the guide's address and folder; default: the file's name
  --unit       what the file's numbers are: ${Object.keys(modelUnits).join(', ')}, or metres in one of them (0.01)
  --up         the file's axis that points up: ${upAxes.join(', ')}
  --languages  what your shop speaks: en, zh, or en,zh (default)
  --yes        takes every proposal, the drafted words among them, without asking`;

/** `npm run guides:new -- FILE.glb`: exits 1 with one sentence where the file cannot become a guide, 2 for wrong options. */
async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  const [path] = positionals;
  if (values.help || path === undefined || positionals.length !== 1) {
    console.error(help);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const file = basename(path);
  const bytes = await readBytes(resolve(path), file);
  const slug = await slugFor(file, values.slug, values.yes);
  const folder = fromRoot('assets', 'guides', slug);
  if (await exists(folder))
    throw new ModelRefusal(
      `There is a guide at ${relative(process.cwd(), folder)} already: name another with --slug, or delete that folder first.`,
    );
  const begun = performance.now();
  const made = await newGuide(bytes, file, {
    slug,
    ...optionsFrom(values),
    acceptWords: values.yes,
    ask: (question) => (values.yes ? Promise.resolve(true) : ask(question)),
    progress: (doing) =>
      console.log(`${((performance.now() - begun) / 1000).toFixed(1).padStart(5)} s  ${doing} …`),
  });
  await writeFolder(folder, made);
  const shown = relative(process.cwd(), folder) || folder;
  console.log(reportOf(made, file));
  console.log(`\nWritten to ${shown}; a picture of every step: ${join(shown, 'contact-sheet.png')}`);
  console.log(
    values.yes
      ? `Its words are a draft: read them before your customers do. Then: npm run guides:check -- ${shown}`
      : `Read its texts, mend them and take the "TODO" away (sed -i 's/"TODO /"/' ${join(shown, 'guide.json')}); then: npm run guides:check -- ${shown}`,
  );
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        slug: { type: 'string' },
        unit: { type: 'string' },
        up: { type: 'string' },
        languages: { type: 'string', default: 'en,zh' },
        yes: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'These options are not known.');
  }
}

/** The command was typed wrongly. */
class UsageError extends Error {
  override readonly name = 'UsageError';
}

function optionsFrom(values: {
  unit?: string | undefined;
  up?: string | undefined;
  languages: string;
}): Pick<NewGuideOptions, 'metres' | 'up' | 'languages'> {
  const { unit, up, languages } = values;
  const metres = unit === undefined ? undefined : isUnit(unit) ? modelUnits[unit] : Number(unit);
  if (metres !== undefined && !(metres > 0 && Number.isFinite(metres)))
    throw new UsageError(`--unit takes ${Object.keys(modelUnits).join(', ')}, or metres in one unit.`);
  if (up !== undefined && !isUpAxis(up)) throw new UsageError(`--up takes ${upAxes.join(', ')}.`);
  const asked = languages.split(',').map((language) => language.trim());
  const known = (['en', 'zh'] as const).filter((language) => asked.includes(language));
  if (known.length === 0 || known.length !== asked.length)
    throw new UsageError('--languages takes en, zh, or en,zh.');
  return { languages: known, ...(metres !== undefined && { metres }), ...(up !== undefined && { up }) };
}

const isUnit = (name: string): name is UnitName => Object.hasOwn(modelUnits, name);
const isUpAxis = (name: string): name is UpAxis => upAxes.some((axis) => axis === name);

async function readBytes(path: string, file: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new ModelRefusal(`There is no file ${path}: check its name.`);
  if (found.size > mostModelBytes)
    throw new ModelRefusal(
      `${file} has ${bytesInWords(found.size)} and at most ${bytesInWords(mostModelBytes)} are read: simplify it in the modelling program.`,
    );
  return readFile(path);
}

async function slugFor(file: string, asked: string | undefined, yes: boolean): Promise<string> {
  const valid = (slug: string) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length <= 60;
  const slug = asked ?? slugFrom(file);
  if (slug !== undefined) {
    if (valid(slug)) return slug;
    throw new UsageError('--slug takes small letters, digits and single dashes, as in oak-table.');
  }
  const answer =
    process.stdin.isTTY && !yes
      ? await answerTo(`${file} names no product. What shall the guide be called, as in oak-table? `)
      : '';
  if (valid(answer)) return answer;
  throw new ModelRefusal(`${file} gives the guide no name: say one, as in --slug oak-table.`);
}

/** A proposal is put to whoever sits there; where nobody does, it is not taken. */
async function ask(question: string): Promise<boolean> {
  return process.stdin.isTTY
    ? /^(y|yes|j|ja|是)?$/i.test((await answerTo(`${question} [Y/n] `)).trim())
    : false;
}

async function answerTo(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await terminal.question(question)).trim();
  } finally {
    terminal.close();
  }
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Whole or not at all: the folder gets its name when everything is in it. */
async function writeFolder(folder: string, made: NewGuide): Promise<void> {
  const parent = fromRoot('assets', 'guides');
  await mkdir(parent, { recursive: true });
  const unfinished = await mkdtemp(join(parent, '.new-'));
  try {
    await writeFile(join(unfinished, 'guide.json'), `${JSON.stringify(made.guide, null, 2)}\n`);
    await writeFile(join(unfinished, 'model.glb'), made.model);
    await writeFile(join(unfinished, 'thumbnail.png'), made.thumbnail);
    await writeFile(join(unfinished, 'contact-sheet.png'), made.sheet);
    // A temporary folder is its maker's alone; the server may run as somebody else.
    await chmod(unfinished, 0o755);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

main().catch((error: unknown) => {
  if (error instanceof ModelRefusal) console.error(error.message);
  else if (error instanceof UsageError) console.error(`${error.message}\n\n${help}`);
  else {
    // A fault of ours: one sentence for the author all the same, the trace for whoever asks for it.
    console.error(
      `The guide could not be drafted: ${error instanceof Error ? error.message : String(error)} (HEXKEY_LOG=debug shows where.)`,
    );
    if (process.env.HEXKEY_LOG === 'debug') console.error(error);
  }
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
