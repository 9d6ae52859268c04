export { en, type Messages } from './en.ts';
export { createFormats, type Formats } from './formats.ts';
export { LanguageProvider, useLanguage } from './Language.tsx';
export { preferredLanguage } from './preferred-language.ts';
export { useErrorTexts } from './use-error-texts.ts';
export { messages, useI18n } from './use-i18n.ts';
export { zh } from './zh.ts';
