import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import type { Language } from '#protocol';
import { createFormats, type Formats } from './formats.ts';

export interface Spoken {
  language: Language;
  format: Formats;
}

const LanguageContext = createContext<Spoken>({ language: 'en', format: createFormats('en') });

/** Also tells the document its language, so that screen readers and fonts follow. Brings no page's strings with it. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  }, [language]);
  const value = useMemo(() => ({ language, format: createFormats(language) }), [language]);
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

export const useLanguage = (): Spoken => useContext(LanguageContext);

/** The first of the browser's languages that Hexkey speaks, else English. */
export function preferredLanguage(languages: readonly string[]): Language {
  for (const tag of languages) {
    if (/^zh\b/i.test(tag)) return 'zh';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}
