import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Guide } from '#protocol/guide';
import { fromRoot } from '../../../server/paths.ts';
import { checkWords } from '../check/words.ts';
import { bodiesOf, readModel } from '../geometry/bodies.ts';
import { composeSteps } from '../plan/compose.ts';
import { planAssembly } from '../plan/disassemble.ts';
import { draftGuide } from './guide.ts';
import { todo } from './todo.ts';

let guide: Guide;

beforeAll(async () => {
  const model = await readModel(
    await readFile(fromRoot('assets', 'guides', 'fenwick-bookcase', 'model.glb')),
  );
  const bodies = bodiesOf(model);
  const plan = planAssembly(bodies);
  const steps = composeSteps(plan.steps, bodies, plan);
  guide = draftGuide({ slug: 'my-shelf', title: todo('My shelf', '我的书架'), bodies, steps });
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
    expect(first?.say.en).toBe(
      'Lay the side left, part A, on its left side on a blanket, with room on all sides.',
    );
    const building = rest.filter(({ arrivals }) => arrivals.length > 0);
    for (const { say, check } of building) {
      expect(say.en).toMatch(
        /^(Set|From (below|the left|the right|the front|behind), push) the .*part [A-Z],.*\.$/,
      );
      expect(say.zh).toMatch(/^把.*零件 [A-Z]（.*）从.*。$/);
      expect(check.en).toMatch(/^Do(es)? parts? [A-Z].* sit close, all the way in, as in the picture\?$/);
    }
    const turns = rest.filter(({ arrivals }) => arrivals.length === 0);
    expect(turns.at(-1)?.say.en).toMatch(
      /^With two people, turn what you have built so that it stands on its feet\./,
    );
    expect(parts.find(({ id }) => id === 'side-left')).toMatchObject({
      label: { en: 'Side left', zh: '左侧板' },
      description: { en: 'A flat piece, 202 cm by 28 cm by 18 mm', zh: '板状，202 厘米 × 28 厘米 × 18 毫米' },
    });
  });

  it('cannot ship before somebody has read it, and then nothing waits to be translated', () => {
    expect(checkWords(guide).length).toBeGreaterThan(2 * guide.steps.length);
    expect(checkWords(withoutMarks(guide))).toEqual([]);
  });
});
