import { beforeEach, expect, test } from 'vitest';
import type { PageEvent, Reply } from '#protocol';
import { TurnLog } from './voice-socket.ts';

const said = (id: string, source: 'voice' | 'text'): PageEvent => ({
  type: 'shopper_said',
  entry: { who: 'shopper', id, text: 'yes', source, at: '2026-01-01T10:00:00Z' },
});
const replied: PageEvent = { type: 'reply', reply: {} as Reply };
const yes = { type: 'text', id: 'a', text: 'yes' } as const;

let log: TurnLog;
beforeEach(() => {
  log = new TurnLog();
});

test('a turn is kept until its reply, not only until it was heard', () => {
  log.add(yes);
  log.follow(said('a', 'text'));
  expect(log.open).toEqual([yes]);
  log.follow(replied);
  expect(log.open).toEqual([]);
});

test('a reply answers the turn said last, not those that wait behind it', () => {
  log.add(yes);
  log.add({ ...yes, id: 'b' });
  log.follow(said('a', 'text'));
  log.follow(replied);
  expect(log.open.map(({ id }) => id)).toEqual(['b']);
});

test('a spoken turn is kept as its words under the same id', () => {
  log.follow(said('session-1', 'voice'));
  expect(log.open).toEqual([{ type: 'text', id: 'session-1', text: 'yes' }]);
});

test('and under the reply that stood there before it', () => {
  log.follow({ type: 'reply', reply: { id: 'reply-1' } as Reply });
  log.follow(said('session-1', 'voice'));
  expect(log.open).toMatchObject([{ text: 'yes', under: 'reply-1' }]);
});

test('a turn that failed is not sent again by itself', () => {
  log.add(yes);
  log.follow({ type: 'error', code: 'internal', message: '', retryable: true, id: 'a' });
  expect(log.open).toEqual([]);
});
