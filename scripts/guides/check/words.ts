import type { Guide } from '#protocol/guide';
import type { Finding } from '../../../server/guides/index.ts';
import { todoMark } from '../draft/todo.ts';

/** Every text is written, in every language that the guide is in, and the two differ: a copy is no translation. */
export function checkWords(guide: Guide): Finding[] {
  const needs = (language: 'en' | 'zh') => guide.languages?.includes(language) ?? true;
  const fix = guide.languages?.length === 1 ? 'write it' : 'write it in both languages';
  return textsIn(guide, '').flatMap(({ where, en, zh }) => {
    const fault = (problem: string): Finding => ({ where, problem, fix });
    if ((needs('en') && en.startsWith(todoMark)) || (needs('zh') && zh.startsWith(todoMark)))
      return [fault('it is still to be written')];
    return !needs('zh') || /\p{Script=Han}/u.test(zh) ? [] : [fault(`"${zh}" is not Chinese`)];
  });
}

function textsIn(value: unknown, where: string): { where: string; en: string; zh: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value && 'zh' in value) return [{ where, en: String(value.en), zh: String(value.zh) }];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsIn(inner, where === '' ? key : `${where}.${key}`),
  );
}
