import { type CallWords, callEn, callZh, useLanguage } from '../i18n/index.ts';

const words = { en: callEn, zh: callZh };

export const useCallWords = (): CallWords => words[useLanguage().language];
export type { CallWords } from '../i18n/index.ts';
