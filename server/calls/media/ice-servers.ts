import { createHmac } from 'node:crypto';
import type { IceServer } from '#protocol';
import type { Settings } from '../../config.ts';

/** Longer than any call; a credential that leaks is worth nothing tomorrow. */
const goodForSeconds = 6 * 3600;

type TurnSettings = Pick<Settings, 'HEXKEY_TURN_URLS' | 'HEXKEY_TURN_SECRET'>;

/**
 * STUN and TURN servers for one peer. TURN credentials are made for it and end by themselves: the user name holds the
 * moment they end, and the password is its HMAC-SHA1 under the secret that the TURN server shares ("A REST API For Access
 * To TURN Services", draft-uberti-behave-turn-rest-00; coturn's `use-auth-secret`).
 */
export function iceServersFor(peer: string, settings: TurnSettings, now = Date.now()): IceServer[] {
  const [stun, turn] = [urlsOf(settings, 'stun'), urlsOf(settings, 'turn')];
  const secret = settings.HEXKEY_TURN_SECRET;
  if (turn.length === 0 || !secret) return stun.length > 0 ? [{ urls: stun }] : [];
  const username = `${Math.floor(now / 1000) + goodForSeconds}:${peer}`;
  const credential = createHmac('sha1', secret).update(username).digest('base64');
  return [...(stun.length > 0 ? [{ urls: stun }] : []), { urls: turn, username, credential }];
}

/** TURN servers are named that nobody can be let into. */
export const lacksTurnSecret = (settings: TurnSettings): boolean =>
  urlsOf(settings, 'turn').length > 0 && !settings.HEXKEY_TURN_SECRET;

const urlsOf = ({ HEXKEY_TURN_URLS: urls }: TurnSettings, scheme: 'stun' | 'turn'): string[] =>
  urls
    .split(',')
    .map((url) => url.trim())
    .filter((url) => url.startsWith(`${scheme}:`) || url.startsWith(`${scheme}s:`));
