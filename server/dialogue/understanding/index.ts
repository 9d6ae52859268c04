export { type LanguageReading, languageOf } from './language.ts';
export type { TaughtExample } from './taught.ts';
export { createUnderstander, type TeachableUnderstander } from './understander.ts';
