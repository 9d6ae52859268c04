import { expect, test, vi } from 'vitest';
import type { CallRequest } from '#protocol';
import { CallRefusedError, createCallLink, LineCutError } from './call-link.ts';

function opened() {
  const posted: { id: string; request: CallRequest }[] = [];
  const link = createCallLink({ call: 'call-1', post: (message) => posted.push(message) });
  const idOf = (index: number) => posted[index]?.id ?? '';
  return { link, posted, idOf };
}

test('each request gets the answer with its id, whatever the order they come in', async () => {
  const { link, idOf } = opened();
  const first = link.send({ ask: 'room' });
  const second = link.send({ ask: 'hold', held: true });
  link.receive({ type: 'answer', id: idOf(1), answer: { to: 'done' } });
  link.receive({ type: 'answer', id: idOf(0), answer: { to: 'produce', producer: 'p' } });
  expect(await second).toEqual({ to: 'done' });
  expect(await first).toEqual({ to: 'produce', producer: 'p' });
});

test('a refusal rejects with the server’s code', async () => {
  const { link, idOf } = opened();
  const asked = link.send({ ask: 'end' });
  link.receive({ type: 'refused', id: idOf(0), code: 'forbidden', message: 'No.', retryable: false });
  await expect(asked).rejects.toMatchObject({ code: 'forbidden', constructor: CallRefusedError });
});

test('what waits when the line is cut is rejected, and nothing is posted while it is away', async () => {
  const { link, posted } = opened();
  const asked = link.send({ ask: 'room' });
  link.lineDown();
  await expect(asked).rejects.toBeInstanceOf(LineCutError);
  await expect(link.send({ ask: 'room' })).rejects.toBeInstanceOf(LineCutError);
  expect(posted).toHaveLength(1);
});

test('the call’s link tells once that the line is back, and whether the server kept the session', () => {
  const { link } = opened();
  const heard = vi.fn();
  link.onLine(heard);
  link.lineUp(true);
  link.lineDown();
  link.lineUp(true);
  expect(heard.mock.calls).toEqual([[{ up: false, kept: false }], [{ up: true, kept: true }]]);
});

test('events go to those who listen; answers do not', () => {
  const { link } = opened();
  const heard = vi.fn();
  link.onEvent(heard);
  link.receive({ type: 'answer', id: 'unknown', answer: { to: 'done' } });
  link.receive({ type: 'still_wanted' });
  expect(heard.mock.calls).toEqual([[{ type: 'still_wanted' }]]);
});
