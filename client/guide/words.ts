import type { GuideText } from '#protocol/guide';
import { type GuideWords, guideEn, guideZh, useLanguage } from '../i18n/index.ts';

const words = { en: guideEn, zh: guideZh };

/** What the page itself says, in the reader's language. */
export const useGuideWords = (): GuideWords => words[useLanguage().language];

/** What the guide's author wrote, in the reader's language. */
export function useTexts(): (text: GuideText) => string {
  const { language } = useLanguage();
  return (text) => text[language];
}
export type { GuideWords } from '../i18n/index.ts';
