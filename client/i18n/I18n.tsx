import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import type { Language } from '../../server/protocol/index.ts';
import { en, type Messages } from './en.ts';
import { createFormats, type Formats } from './formats.ts';
import { zh } from './zh.ts';

interface I18n {
  language: Language;
  t: Messages;
  format: Formats;
}

export const messages: Record<Language, Messages> = { en, zh };

const I18nContext = createContext<I18n>({ language: 'en', t: en, format: createFormats('en') });

/** Also tells the document its language, so that screen readers and fonts follow. */
export function I18nProvider({ language, children }: { language: Language; children: ReactNode }) {
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  }, [language]);
  const value = useMemo(
    () => ({ language, t: messages[language], format: createFormats(language) }),
    [language],
  );
  return <I18nContext value={value}>{children}</I18nContext>;
}

export const useI18n = (): I18n => useContext(I18nContext);
