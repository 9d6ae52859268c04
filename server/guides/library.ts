import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Guide } from '#protocol';
import type { Finding } from './parse.ts';
import { readGuideFolder } from './read-folder.ts';

/** The guides of a shop, by slug. */
export interface GuideLibrary {
  all(): Guide[];
  get(slug: string): Guide | undefined;
  /** The guide that builds a product of the catalogue. */
  forProduct(product: string): Guide | undefined;
}

/**
 * Reads every guide in a folder. A guide that is wrong is left out and reported through `refused`: the others, and the
 * shop, go on.
 */
export async function openLibrary(
  folder: string,
  refused: (slug: string, findings: Finding[]) => void,
): Promise<GuideLibrary> {
  const guides = new Map<string, Guide>();
  const entries = await readdir(folder, { withFileTypes: true });
  for (const slug of entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)) {
    const read = await readGuideFolder(join(folder, slug));
    if ('findings' in read) refused(slug, read.findings);
    else if (read.guide.slug !== slug) {
      refused(slug, [
        {
          where: '/slug',
          problem: `it says "${read.guide.slug}"`,
          fix: `name the folder so, or set the slug to "${slug}"`,
        },
      ]);
    } else guides.set(slug, read.guide);
  }
  return {
    all: () => [...guides.values()],
    get: (slug) => guides.get(slug),
    forProduct: (product) => [...guides.values()].find((guide) => guide.product === product),
  };
}
