/** What speech needs of a logger; pino's fits. No words of the speaker ever go in. */
export interface SpeechLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export const silentLog: SpeechLog = { info: () => {}, warn: () => {}, error: () => {} };
