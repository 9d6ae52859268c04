import { type FSWatcher, watch } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Guide } from '#protocol';
import { checkDeclaredSize } from './model-size.ts';
import { type Finding, parseGuide } from './parse.ts';

/** The guides of a shop, by slug. */
export interface GuideLibrary {
  all(): Guide[];
  get(slug: string): Guide | undefined;
  /** The guide that builds a product of the catalogue. */
  forProduct(product: string): Guide | undefined;
  /** There is a guide of this name, and something in it is wrong. */
  isBroken(slug: string): boolean;
}

/** A library that reads a guide again when something in its folder changes, until it is closed. */
export interface WatchedLibrary extends GuideLibrary {
  close(): Promise<void>;
}

export type Refused = (slug: string, findings: Finding[]) => void;

/** Milliseconds without a change after which a guide is read again: programs write a file in several goes. */
const settleMs = 250;

/**
 * Reads every guide in a folder. A guide that is wrong is left out and reported through `refused`: the others, and the
 * shop, go on.
 */
export async function openLibrary(folder: string, refused: Refused): Promise<GuideLibrary> {
  return (await readLibrary(folder, refused)).library;
}

/**
 * The same, kept up with the folder: `changed` is told the slug of a guide that was read again, or that is gone. Where the
 * system cannot watch folders, `failed` is told once and the guides stay as they were read.
 */
export async function watchLibrary(
  folder: string,
  refused: Refused,
  on: { changed: (slug: string) => void; failed: (error: unknown) => void },
): Promise<WatchedLibrary> {
  const { library, read } = await readLibrary(folder, refused);
  const waiting = new Map<string, NodeJS.Timeout>();
  const later = (slug: string) => {
    clearTimeout(waiting.get(slug));
    const timer = setTimeout(() => {
      waiting.delete(slug);
      read(slug).then(() => on.changed(slug), on.failed);
    }, settleMs);
    waiting.set(slug, timer.unref());
  };
  let watcher: FSWatcher | undefined;
  try {
    watcher = watch(folder, { recursive: true, persistent: false }, (_event, path) => {
      const [slug] = (path ?? '').split(/[/\\]/);
      if (slug && isSlug(slug)) later(slug);
    });
    watcher.on('error', on.failed);
  } catch (error) {
    on.failed(error);
  }
  return {
    ...library,
    async close() {
      watcher?.close();
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
}

const isSlug = (name: string) => /^[a-z0-9-]{1,60}$/.test(name);

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

async function readLibrary(folder: string, refused: Refused) {
  const guides = new Map<string, Guide>();
  const broken = new Set<string>();
  const refuse = (slug: string, findings: Finding[]) => {
    guides.delete(slug);
    broken.add(slug);
    refused(slug, findings);
  };
  const read = async (slug: string) => {
    const isThere = await stat(join(folder, slug)).then(
      (found) => found.isDirectory(),
      () => false,
    );
    broken.delete(slug);
    if (!isThere) {
      guides.delete(slug);
      return;
    }
    const found = await readGuideFolder(join(folder, slug));
    if ('findings' in found) refuse(slug, found.findings);
    else if (found.guide.slug !== slug) {
      refuse(slug, [
        {
          where: '/slug',
          problem: `it says "${found.guide.slug}"`,
          fix: `name the folder so, or set the slug to "${slug}"`,
        },
      ]);
    } else guides.set(slug, found.guide);
  };
  const entries = await readdir(folder, { withFileTypes: true });
  // A folder whose name begins with a dot is a guide that is still being written.
  const slugs = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name);
  for (const slug of slugs) await read(slug);
  const library: GuideLibrary = {
    all: () => [...guides.values()],
    get: (slug) => guides.get(slug),
    forProduct: (product) => [...guides.values()].find((guide) => guide.product === product),
    isBroken: (slug) => broken.has(slug),
  };
  return { library, read };
}
