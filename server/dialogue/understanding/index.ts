export { type LanguageReading, languageOf } from './language.ts';
export { createUnderstander } from './understander.ts';
