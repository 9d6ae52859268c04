import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Guide } from '#protocol/guide';
import { fromRoot } from '../../../server/paths.ts';
import { checkWords } from '../check/words.ts';
import { bodiesOf, readModel } from '../geometry/bodies.ts';
import { planAssembly } from '../plan/disassemble.ts';
import { draftGuide } from './guide.ts';

let guide: Guide;

beforeAll(async () => {
  const model = await readModel(
    await readFile(fromRoot('assets', 'guides', 'fenwick-bookcase', 'model.glb')),
  );
  const bodies = bodiesOf(model);
  guide = draftGuide('my-shelf', bodies, planAssembly(bodies).steps);
});

const withoutMarks = (draft: Guide): Guide => JSON.parse(JSON.stringify(draft).replaceAll('"TODO ', '"'));

describe('a draft from a model', () => {
  it('has every piece arrive once, equal ones under one letter', () => {
    const placed = guide.steps.flatMap(({ arrivals }) => arrivals.flatMap(({ nodes }) => nodes));
    expect(placed.toSorted()).toEqual(guide.parts.flatMap(({ nodes }) => nodes).toSorted());
    expect(guide.parts.some(({ nodes }) => nodes.length > 1)).toBe(true);
  });

  it('says in both languages what each step does, and how each part looks', () => {
    const { parts, steps } = withoutMarks(guide);
    const [first, ...rest] = steps;
    expect(first?.say.en).toMatch(
      /^Put parts? [A-Z].* where you are going to build, with room on all sides\.$/,
    );
    for (const { say, check } of rest) {
      expect(say.en).toMatch(
        /^(Lower|Push up|From (the left|the right|the front|behind), bring in) parts? [A-Z]/,
      );
      expect(say.zh).toMatch(/^把零件 [A-Z].*，直到到位。$/);
      expect(check.en).toMatch(/^Do(es)? parts? [A-Z].* sit as in the picture\?$/);
    }
    expect(parts.find(({ id }) => id === 'side-left')).toMatchObject({
      label: { en: 'Side left' },
      description: { en: 'A flat piece, 202 cm by 28 cm by 18 mm', zh: '板状，202 厘米 × 28 厘米 × 18 毫米' },
    });
  });

  it('cannot ship before somebody has read it, and then only its names wait to be translated', () => {
    expect(checkWords(guide).length).toBeGreaterThan(2 * guide.steps.length);
    const left = checkWords(withoutMarks(guide)).map(({ where }) => where);
    expect(left.toSorted()).toEqual(['title', ...guide.parts.map((_, at) => `parts.${at}.label`)].toSorted());
  });
});
