import type { Settings } from '../config.ts';

/** The shop pages' origins from HEXKEY_ORIGINS. */
export const shopOrigins = (settings: Pick<Settings, 'HEXKEY_ORIGINS'>): string[] =>
  originsIn(settings.HEXKEY_ORIGINS);

/** Of a setting that lists them with commas between. */
export const originsIn = (list: string): string[] =>
  list
    .split(',')
    .map((origin) => origin.trim().replace(/\/$/, ''))
    .filter((origin) => origin !== '');

/** Whether a page of `origin` may talk to the server it addressed as `host`: its own pages, and the shop's. */
export function originRule(settings: Pick<Settings, 'HEXKEY_ORIGINS'>) {
  const shops = new Set(shopOrigins(settings));
  return (origin: string, host: string): boolean =>
    shops.has(origin) || (URL.canParse(origin) && new URL(origin).host === host);
}
