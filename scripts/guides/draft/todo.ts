import type { GuideText } from '../../../server/protocol/guide.ts';

/** Marks a text that the author still has to write: `guides:check` refuses to let it ship. */
export const todoMark = 'TODO ';

export const todo = (hint: string): GuideText => ({ en: `${todoMark}${hint}`, zh: `${todoMark}${hint}` });
