import { describe, expect, it } from 'vitest';
import { redact, redactDeep, redactForLog } from './redact.ts';
import { cpuMs } from './testing/cpu-time.ts';

describe('the number of a payment card', () => {
  it.each([
    ['my card is 4242 4242 4242 4242 thanks', 'my card is [card number] thanks'],
    ['4242424242424242', '[card number]'],
    ['5555-5555-5555-4444, exp 12/29', '[card number], exp 12/29'],
    ['amex 3782 822463 10005', 'amex [card number]'],
    ['4242 4242 4242 4242 12 29', '[card number] 12 29'],
    ['two: 4242424242424242 5555 5555 5555 4444', 'two: [card number] [card number]'],
    ['42 42 42 42 42 42 42 42', '[card number]'],
    ['卡号４２４２４２４２４２４２４２４２', '卡号[card number]'],
    ['the card for my order is 4242424242424242', 'the card for my order is [card number]'],
  ])('is taken out of "%s"', (said, kept) => {
    expect(redact(said)).toBe(kept);
  });

  it.each([
    'where is SO-45192',
    'order 4242424242424242 please',
    'tracking number 4111 1111 1111 1111',
    'my phone is +44 20 7946 0958 and +44 20 7946 0959',
    '4242 4242 4242 4241',
    'between 2026-01-02 and 2026-01-31 at 12:30',
    '1234567890123456',
  ])('is not seen in "%s"', (said) => {
    expect(redact(said)).toBe(said);
  });
});

describe('what is called a password, a code or a key', () => {
  it.each([
    ['my password is hunter2 ok', 'my password is [password] ok'],
    ['Password: correct-horse!', 'Password: [password]'],
    ["the password is 'sunshine'", "the password is '[password]'"],
    ['我的密码是abc12345，谢谢', '我的密码是[password]，谢谢'],
    ['the pin is 4821', 'the pin is [code]'],
    ['cvv 123', 'cvv [code]'],
    ['use sk_live_abcdefghijkl1234', 'use [token]'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl', '[token]'],
    ['authorization: Bearer abcdefghijklmnop123456', 'authorization: Bearer [token]'],
  ])('is taken out of "%s"', (said, kept) => {
    expect(redact(said)).toBe(kept);
    expect(redact(kept)).toBe(kept);
  });

  it.each([
    'my password is wrong',
    'the password is not accepted',
    'the pin is loose',
    'part A7 pin 12 of 20',
    'I forgot my password, what now',
    'how do I set a password',
  ])('is not seen in "%s"', (said) => {
    expect(redact(said)).toBe(said);
  });
});

it('email addresses stay in what people said, and are taken out of logs', () => {
  expect(redact('write to maya@example.com')).toBe('write to maya@example.com');
  expect(redactForLog('write to maya@example.com')).toBe('write to [email]');
});

it('texts inside stored JSON are redacted, keys and other values left alone', () => {
  const at = new Date();
  const parcel = { trackingNumber: '4242424242424242' };
  expect(redactDeep({ lines: ['4242424242424242', 3], parcel, at, none: null })).toEqual({
    lines: ['[card number]', 3],
    parcel,
    at,
    none: null,
  });
});

it.each([' ', '4', '4 ', '. ', '-', 'a', '@', 'a.', 'password is ', 'eyJ', '密', '😀', '[', '-----BEGIN '])(
  'a long message of "%s" takes no time',
  (piece) => {
    const hostile = piece.repeat(Math.ceil(8000 / piece.length));
    expect(cpuMs(() => redactForLog(hostile))).toBeLessThan(50);
  },
);
