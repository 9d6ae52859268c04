import { describe, expect, it } from 'vitest';
import type { GuideAction } from './action.ts';
import { advanced, begun, type Playthrough } from './playthrough.ts';

const steps = 5;
const play = (...actions: GuideAction[]): Playthrough =>
  actions.reduce((state, action, index) => advanced(state, action, steps, 1000 * (index + 1)), begun(0));

describe('a playthrough', () => {
  it('begins with the parts laid out and goes to the first step without a question', () => {
    expect(play({ type: 'next' })).toMatchObject({ place: 1, asking: false, enteredAt: 1000 });
  });

  it('asks before it leaves a step, and goes on after a yes alone', () => {
    const asked = play({ type: 'next' }, { type: 'next' });
    expect(asked).toMatchObject({ place: 1, asking: true });
    expect(advanced(asked, { type: 'next' }, steps, 9).place).toBe(1);
    expect(advanced(asked, { type: 'confirm' }, steps, 9)).toMatchObject({ place: 2, asking: false });
    expect(play({ type: 'next' }, { type: 'confirm' }).place).toBe(1);
  });

  it('shows the step again after a no, and counts it', () => {
    const again = play({ type: 'next' }, { type: 'next' }, { type: 'refuse' }, { type: 'repeat' });
    expect(again).toMatchObject({ place: 1, asking: false, repeats: 2 });
    expect(play({ type: 'next' }, { type: 'refuse' }).repeats).toBe(0);
  });

  it('counts repeats for each stay', () => {
    expect(play({ type: 'repeat' }, { type: 'next' }).repeats).toBe(0);
  });

  it('stays between laying out and the finished product', () => {
    expect(play({ type: 'back' }).place).toBe(0);
    expect(play({ type: 'go', place: 90 }).place).toBe(steps + 1);
    expect(play({ type: 'go', place: steps }, { type: 'next' }, { type: 'confirm' }).place).toBe(steps + 1);
  });

  it('rests until somebody goes on', () => {
    expect(play({ type: 'pause' }).pausedAt).toBe(1000);
    expect(play({ type: 'pause' }, { type: 'continue' }).pausedAt).toBeUndefined();
    expect(play({ type: 'pause' }, { type: 'next' }).pausedAt).toBeUndefined();
  });

  it('starts over with nothing ticked', () => {
    const over = play({ type: 'tick', item: 'bolt', count: 3 }, { type: 'next' }, { type: 'restart' });
    expect(over).toEqual({ ...begun(3000) });
  });
});
