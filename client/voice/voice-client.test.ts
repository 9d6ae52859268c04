import { expect, test, vi } from 'vitest';
import { CallCarrier } from './voice-client.ts';

const listener = () => ({ receive: vi.fn(), lineUp: vi.fn(), lineDown: vi.fn() });

test('a call hears its own events alone', () => {
  const carrier = new CallCarrier(() => undefined);
  const [mine, other] = [listener(), listener()];
  carrier.carry('call-1', mine);
  carrier.carry('call-2', other);
  carrier.receive('call-1', { type: 'still_wanted' });
  expect(mine.receive).toHaveBeenCalledWith({ type: 'still_wanted' });
  expect(other.receive).not.toHaveBeenCalled();
});

test('a call begun while the socket is away knows so at once, and hears when it is back', () => {
  const carrier = new CallCarrier(() => undefined);
  const call = listener();
  carrier.carry('call-1', call);
  expect(call.lineDown).toHaveBeenCalledOnce();
  carrier.lineUp(true);
  expect(call.lineUp).toHaveBeenCalledWith(true);
});

test('requests go out under their call’s name', () => {
  const post = vi.fn();
  const carriage = new CallCarrier(post).carry('call-1', listener());
  carriage.post({ id: 'a', request: { ask: 'room' } });
  expect(post).toHaveBeenCalledWith({ type: 'call', id: 'a', call: 'call-1', request: { ask: 'room' } });
});

test('a call that stopped listening is told nothing more', () => {
  const carrier = new CallCarrier(() => undefined);
  const call = listener();
  carrier.carry('call-1', call).stop();
  carrier.receive('call-1', { type: 'still_wanted' });
  carrier.lineUp(false);
  expect(call.receive).not.toHaveBeenCalled();
  expect(call.lineUp).not.toHaveBeenCalled();
});
