export { en, type Messages } from './en.ts';
export { createFormats, type Formats } from './formats.ts';
export { I18nProvider, messages, useI18n } from './I18n.tsx';
export { preferredLanguage } from './preferred-language.ts';
export { zh } from './zh.ts';
