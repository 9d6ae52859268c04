import { useEffect, useState } from 'react';
import { request } from '../../http.ts';

/** Guide by product. One request for the page's whole life. */
let asked: Promise<ReadonlyMap<string, string>> | undefined;

/** The slug of the guide that builds each product; empty until it is known, and where the shop has none. */
export function useGuides(): ReadonlyMap<string, string> {
  const [guides, setGuides] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    asked ??= loadGuides();
    asked.then(setGuides, (error: unknown) => {
      asked = undefined;
      console.warn('The list of guides could not be loaded', error);
    });
  }, []);
  return guides;
}

async function loadGuides(): Promise<ReadonlyMap<string, string>> {
  const briefs = await request('/v1/guides', Array.isArray);
  return new Map(briefs.flatMap(readBrief));
}

function readBrief(brief: unknown): [string, string][] {
  if (typeof brief !== 'object' || brief === null || !('slug' in brief) || !('product' in brief)) return [];
  const { slug, product } = brief;
  return typeof slug === 'string' && typeof product === 'string' ? [[product, slug]] : [];
}
