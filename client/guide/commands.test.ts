import { describe, expect, it } from 'vitest';
import { commandOf } from './commands.ts';

const here = { progress: 'p-1', asking: false };

describe('a reply to somebody who builds', () => {
  it.each([
    ['next_step', { type: 'next' }],
    ['previous_step', { type: 'back' }],
    ['repeat_step', { type: 'repeat' }],
    ['assembly_help', { type: 'stuck' }],
    ['track_order', undefined],
    ['human_agent', undefined],
  ] as const)('with the intent %s', (intent, command) => {
    expect(commandOf({ intent }, here)).toEqual(command);
  });

  it('takes yes and no for the step’s question, and for nothing else', () => {
    expect(commandOf({ intent: 'affirm' }, { ...here, asking: true })).toEqual({ type: 'confirm' });
    expect(commandOf({ intent: 'deny' }, { ...here, asking: true })).toEqual({ type: 'refuse' });
    expect(commandOf({ intent: 'affirm' }, here)).toBeUndefined();
  });

  it('goes where the server says', () => {
    const reply = { intent: 'goto_step', guide: { progress: 'p-1', step: 4 } } as const;
    expect(commandOf(reply, here)).toEqual({ type: 'go', place: 4 });
    const shown = { intent: 'show_part', guide: { progress: 'p-1', part: 'frame' } } as const;
    expect(commandOf(shown, here)).toEqual({ type: 'show', part: 'frame' });
  });

  it('leaves what is said to another guide alone', () => {
    const reply = { intent: 'next_step', guide: { progress: 'p-2', step: 4 } } as const;
    expect(commandOf(reply, here)).toBeUndefined();
  });
});
