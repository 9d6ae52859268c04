import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Lesson } from '#protocol';
import { freshStore } from '../store/testing/fresh-store.ts';
import { createGaps } from './index.ts';

test('what is taught reaches the teacher whole each time, and lies ready for training', async () => {
  const store = await freshStore('pglite');
  const lessons = join(await mkdtemp(join(tmpdir(), 'hexkey-lessons-')), 'lessons.jsonl');
  const taught: Lesson[][] = [];
  const gaps = createGaps({
    store,
    lessons,
    teacher: { teach: async (all) => void taught.push([...all]) },
  });
  const first: Lesson = { wording: 'do my points run out', intent: 'shop_question', language: 'en' };
  const second: Lesson = { wording: 'when is the van due', intent: 'track_order', language: 'en' };

  await gaps.teach(first);
  await gaps.teach(second);

  expect(taught).toEqual([[first], [first, second]]);
  const rows = (await readFile(lessons, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(rows).toEqual([
    { text: 'do my points run out', label: 'shop_question', language: 'en' },
    { text: 'when is the van due', label: 'track_order', language: 'en' },
  ]);
  await store.close();
});
