import { describe, expect, it } from 'vitest';
import type { VoiceSnapshot } from '../voice/contract.ts';
import { noticeOf } from './notice.ts';

const seen = (change: Partial<VoiceSnapshot>) =>
  noticeOf({ connection: 'ready', microphone: 'off', error: undefined, ...change });
const error = (code: 'token_expired' | 'foreign_origin' | 'unsupported_protocol' | 'internal') => ({
  code,
  message: '',
  retryable: false,
});

describe('what the page warns of', () => {
  it('is nothing while all is well', () => {
    expect(seen({})).toBeUndefined();
    expect(seen({ connection: 'connecting', microphone: 'asking' })).toBeUndefined();
  });

  it.each(['denied', 'none', 'taken', 'failed'] as const)(
    'offers another try and typing when the microphone is %s',
    (microphone) => {
      expect(seen({ microphone })).toMatchObject({
        kind: microphone,
        actions: ['try_microphone', 'type_instead'],
      });
    },
  );

  it('offers the secure address on an insecure page', () => {
    expect(seen({ microphone: 'insecure' })?.actions).toContain('open_secure');
  });

  it('puts a lost connection before a refused microphone', () => {
    expect(seen({ connection: 'lost', microphone: 'denied' })).toMatchObject({
      kind: 'lost',
      underWay: true,
    });
  });

  it('asks for a new sign-in when the token ran out', () => {
    expect(seen({ connection: 'refused', error: error('token_expired') })).toMatchObject({
      kind: 'expired',
      actions: ['sign_in'],
    });
  });

  it('says why a page was refused, and reloads one that is too old', () => {
    expect(seen({ connection: 'refused', error: error('foreign_origin') })).toMatchObject({
      kind: 'refused',
      code: 'foreign_origin',
    });
    expect(seen({ connection: 'refused', error: error('unsupported_protocol') })?.actions).toEqual([
      'reload',
    ]);
  });

  it('brings a conversation back from another window', () => {
    expect(seen({ connection: 'replaced' })?.actions).toEqual(['take_over']);
  });

  it('can be dismissed after an error', () => {
    expect(seen({ error: error('internal') })).toMatchObject({ code: 'internal', actions: ['dismiss'] });
  });
});
