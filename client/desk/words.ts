import { type DeskWords, deskEn, deskZh, useLanguage } from '../i18n/index.ts';

const words = { en: deskEn, zh: deskZh };

/** What the staff face says, in the reader's language. */
export const useDeskWords = (): DeskWords => words[useLanguage().language];
export type { DeskWords } from '../i18n/index.ts';
