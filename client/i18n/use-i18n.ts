import type { Language } from '#protocol';
import { en, type Messages } from './en.ts';
import { type Spoken, useLanguage } from './Language.tsx';
import { zh } from './zh.ts';

export const messages: Record<Language, Messages> = { en, zh };

/** The shopper's strings in the language of the page, beside the language itself. */
export function useI18n(): Spoken & { t: Messages } {
  const spoken = useLanguage();
  return { ...spoken, t: messages[spoken.language] };
}
