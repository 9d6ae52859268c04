import { expect, it, vi } from 'vitest';
import { createBus } from './index.ts';

const bus = (onError = vi.fn()) => createBus({ onError });

it('the bus tells those who listen to a topic, in the order they came, until they stop', () => {
  const told: string[] = [];
  const { publish, subscribe } = bus();
  const stop = subscribe('ask_rating', ({ conversation }) => told.push(`first ${conversation}`));
  subscribe('ask_rating', ({ conversation }) => told.push(`second ${conversation}`));
  subscribe('handoff_changed', () => told.push('another topic'));
  publish('ask_rating', { conversation: 'a' });
  stop();
  publish('ask_rating', { conversation: 'b' });
  expect(told).toEqual(['first a', 'second a', 'second b']);
});

it('the bus goes on when a listener fails, and says which topic it was', () => {
  const onError = vi.fn();
  const { publish, subscribe } = bus(onError);
  const heard = vi.fn();
  const fault = new Error('broken listener');
  subscribe('presence_changed', () => {
    throw fault;
  });
  subscribe('presence_changed', heard);
  publish('presence_changed', { staff: 'ann' });
  expect(heard).toHaveBeenCalledWith({ staff: 'ann' });
  expect(onError).toHaveBeenCalledWith(fault, 'presence_changed');
});
