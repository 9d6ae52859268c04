import type { GuideText } from '#protocol/guide';

/** Marks a text that the author has not read or written yet: `guides:check` refuses to let it ship. */
export const todoMark = 'TODO ';

export const todo = (en: string, zh: string): GuideText => ({
  en: `${todoMark}${en}`,
  zh: `${todoMark}${zh}`,
});

/** The text as a reader gets it. */
export const unmarked = (text: string): string =>
  text.startsWith(todoMark) ? text.slice(todoMark.length) : text;
