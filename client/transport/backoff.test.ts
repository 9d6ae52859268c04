import { expect, test } from 'vitest';
import { backoffMs, reactionTo } from './reconnecting-socket.ts';

test('waits double up to 20 s', () => {
  expect([0, 1, 2, 10].map((attempt) => backoffMs(attempt, () => 1))).toEqual([300, 600, 1200, 20_000]);
});

test('no two clients need wait the same: between half of it and all', () => {
  expect(backoffMs(3, () => 0)).toBe(1200);
  expect(backoffMs(3, () => 0.5)).toBe(1800);
});

test.each([
  ['a cut', 1006, '', 'retry'],
  ['a restart', 1012, 'restart', 'retry'],
  ['a full server', 4503, 'overloaded', 'wait'],
  ['an old token', 4401, 'token_expired', 'renew'],
  ['a wrong token', 4401, 'not_signed_in', 'refused'],
  ['an old client', 4400, 'unsupported_protocol', 'refused'],
  ['a second window', 4409, 'conflict', 'replaced'],
  ['a call that is over', 4409, 'too_late', 'refused'],
  ['long silence', 4408, 'idle', 'sleep'],
])('a socket that %s closed (%d %s): %s', (_, code, reason, reaction) => {
  expect(reactionTo(code, reason)).toBe(reaction);
});
