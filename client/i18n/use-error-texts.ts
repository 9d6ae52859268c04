import type { ErrorCode } from '#protocol/error-codes';
import { errorsEn } from './errors-en.ts';
import { errorsZh } from './errors-zh.ts';
import { useLanguage } from './Language.tsx';

const texts = { en: errorsEn, zh: errorsZh };

/** What each error says to whoever sees it; apart from the shopper's other strings, which pages may do without. */
export const useErrorTexts = (): Record<ErrorCode, string> => texts[useLanguage().language];
