import type { Settings } from '../config.ts';

/** The shop pages' origins from HEXKEY_ORIGINS. */
export function shopOrigins(settings: Pick<Settings, 'HEXKEY_ORIGINS'>): string[] {
  return settings.HEXKEY_ORIGINS.split(',')
    .map((origin) => origin.trim().replace(/\/$/, ''))
    .filter((origin) => origin !== '');
}
