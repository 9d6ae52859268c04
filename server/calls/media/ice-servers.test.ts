import { describe, expect, it } from 'vitest';
import { readSettings } from '../../config.ts';
import { iceServersFor, lacksTurnSecret } from './create-routers.ts';

const secret = 'the secret that coturn shares with us';
const at = Date.UTC(2031, 2, 3, 10);

describe('the servers a peer may be reached through', () => {
  it('are none where none are set', () => {
    expect(iceServersFor('p-1', { HEXKEY_TURN_URLS: '' }, at)).toEqual([]);
  });

  it('are relays with a credential of its own, which ends in hours', () => {
    const urls = 'turn:turn.shop.example:3478?transport=udp, turns:turn.shop.example:5349';
    const [relay] = iceServersFor('p-1', { HEXKEY_TURN_URLS: urls, HEXKEY_TURN_SECRET: secret }, at);
    expect(relay?.urls).toEqual([
      'turn:turn.shop.example:3478?transport=udp',
      'turns:turn.shop.example:5349',
    ]);
    expect(relay?.username).toBe(`${at / 1000 + 6 * 3600}:p-1`);
    // echo -n 1930320000:p-1 | openssl dgst -sha1 -hmac "the secret that coturn shares with us" -binary | base64
    expect(relay?.credential).toBe('Mmfv7Y2gppqE2P6Qj8UHwkC3u8c=');
  });

  it('need no credential to find out one’s own address', () => {
    const urls = 'stun:turn.shop.example:3478,turn:turn.shop.example:3478';
    const servers = iceServersFor('p-1', { HEXKEY_TURN_URLS: urls, HEXKEY_TURN_SECRET: secret }, at);
    expect(servers[0]).toEqual({ urls: ['stun:turn.shop.example:3478'] });
    expect(servers[1]?.username).toMatch(/:p-1$/);
  });

  it('are not relays without the secret, which is worth a warning', () => {
    const given = readSettings({ HEXKEY_TURN_URLS: 'stun:a.example, turns:b.example:5349?transport=tcp' });
    expect(iceServersFor('p-1', given, at)).toEqual([{ urls: ['stun:a.example'] }]);
    expect(lacksTurnSecret(given)).toBe(true);
    expect(lacksTurnSecret({ ...given, HEXKEY_TURN_SECRET: secret })).toBe(false);
    expect(lacksTurnSecret({ HEXKEY_TURN_URLS: 'stun:a.example' })).toBe(false);
  });

  it.each(['turn.shop.example:3478', 'https://turn.shop.example', 'turn:a.example turn:b.example'])(
    'are refused as a setting where they are no such address: %s',
    (HEXKEY_TURN_URLS) => {
      expect(() => readSettings({ HEXKEY_TURN_URLS })).toThrow(/HEXKEY_TURN_URLS/);
    },
  );
});
