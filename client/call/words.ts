import { type CallWords, callEn } from '../i18n/call-en.ts';
import { callZh } from '../i18n/call-zh.ts';
import { useI18n } from '../i18n/index.ts';

const words = { en: callEn, zh: callZh };

export const useCallWords = (): CallWords => words[useI18n().language];
export type { CallWords };
