import { describe, expect, it } from 'vitest';
import type { Reply } from '#protocol';
import { commandOf } from './use-spoken-commands.ts';

const progress = 'p-1';
const told = (guide: Reply['guide'], intent: Reply['intent'] = 'assembly_help') =>
  commandOf({ intent, ...(guide && { guide }) }, progress);

describe('a reply to somebody who builds', () => {
  it.each([
    ['check', { type: 'next' }],
    ['refuse', { type: 'refuse' }],
    ['repeat', { type: 'repeat' }],
    ['stuck', { type: 'stuck' }],
    ['pause', { type: 'pause' }],
    ['continue', { type: 'continue' }],
    ['restart', { type: 'restart' }],
  ] as const)('that says "%s"', (act, command) => {
    expect(told({ progress, act })).toEqual(command);
  });

  it('goes to a step, or shows the one that is there again', () => {
    expect(told({ progress, step: 4 }, 'goto_step')).toEqual({ type: 'go', place: 4 });
    expect(told({ progress, step: 4 }, 'repeat_step')).toEqual({ type: 'repeat' });
  });

  it('points at a part', () => {
    expect(told({ progress, part: 'frame' })).toEqual({ type: 'show', part: 'frame' });
  });

  it('is heeded by a guide that the server does not know of', () => {
    expect(commandOf({ intent: 'goto_step', guide: { step: 2 } }, undefined)).toEqual({
      type: 'go',
      place: 2,
    });
  });

  it('that only answers, is about an order, or is for another guide, moves nothing', () => {
    expect(told({ progress })).toBeUndefined();
    expect(told(undefined, 'track_order')).toBeUndefined();
    expect(told(undefined, 'affirm')).toBeUndefined();
    expect(told({ progress: 'p-2', step: 4 }, 'goto_step')).toBeUndefined();
  });
});
