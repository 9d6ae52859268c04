import type { Settings } from '../config.ts';

/** The shop pages' origins from HEXKEY_ORIGINS. */
export function shopOrigins(settings: Pick<Settings, 'HEXKEY_ORIGINS'>): string[] {
  return settings.HEXKEY_ORIGINS.split(',')
    .map((origin) => origin.trim().replace(/\/$/, ''))
    .filter((origin) => origin !== '');
}

/** Whether a page of `origin` may talk to the server it addressed as `host`: its own pages, and the shop's. */
export function originRule(settings: Pick<Settings, 'HEXKEY_ORIGINS'>) {
  const shops = new Set(shopOrigins(settings));
  return (origin: string, host: string): boolean =>
    shops.has(origin) || (URL.canParse(origin) && new URL(origin).host === host);
}
