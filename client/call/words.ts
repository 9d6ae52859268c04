import { type CallWords, callEn } from '../i18n/call-en.ts';
import { callZh } from '../i18n/call-zh.ts';
import { useLanguage } from '../i18n/index.ts';

const words = { en: callEn, zh: callZh };

export const useCallWords = (): CallWords => words[useLanguage().language];
export type { CallWords };
