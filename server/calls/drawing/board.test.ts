import { describe, expect, it } from 'vitest';
import type { DrawCommand, DrawEvent } from '#protocol';
import { Board, maxMarksEach } from './board.ts';

const add = (id: string, surface = 'camera'): Extract<DrawCommand, { op: 'add' }> => ({
  op: 'add',
  id,
  surface,
  colour: 'yellow',
  shape: { kind: 'arrow', from: [0.1, 0.1], to: [0.5, 0.5] },
});

function board(here = ['ann', 'maya']) {
  const own = new Board();
  return {
    own,
    draw: (by: string, command: DrawCommand) => own.apply(by, command, (peer) => here.includes(peer)),
    ids: () => own.marks.map(({ id }) => id),
  };
}

/** What somebody sees who heard all changes in their order. */
function replay(events: (DrawEvent | undefined)[]): string[] {
  const seen: string[] = [];
  for (const event of events) {
    if (event?.change.op === 'add') seen.push(event.change.mark.id);
    if (event?.change.op === 'remove') for (const id of event.change.ids) seen.splice(seen.indexOf(id), 1);
  }
  return seen;
}

describe('a board', () => {
  it('orders what two people draw at once, and undoes for each their own', () => {
    const { draw, ids, own } = board();
    const events = [
      draw('ann', add('a1')),
      draw('maya', add('m1')),
      draw('ann', add('a2')),
      draw('maya', { op: 'undo' }),
      draw('ann', { op: 'undo' }),
      draw('maya', { op: 'redo' }),
      draw('ann', { op: 'undo' }),
    ];
    expect(events.map((event) => event?.sequence)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(ids()).toEqual(['m1']);
    expect(replay(events)).toEqual(ids());
    expect(own.sequence).toBe(7);
  });

  it('brings back in the order it was taken, until something new is drawn', () => {
    const { draw, ids } = board();
    for (const command of [add('1'), add('2'), add('3')]) draw('ann', command);
    draw('ann', { op: 'undo' });
    draw('ann', { op: 'undo' });
    draw('ann', { op: 'redo' });
    expect(ids()).toEqual(['1', '2']);
    draw('ann', add('4'));
    expect(draw('ann', { op: 'redo' })).toBeUndefined();
    expect(ids()).toEqual(['1', '2', '4']);
  });

  it('clears one surface, of the own marks and of those whose drawer has left', () => {
    const { draw, ids } = board(['ann', 'maya']);
    draw('ann', add('own'));
    draw('ann', add('elsewhere', 'screen'));
    draw('maya', add('hers'));
    draw('expert who left', add('orphan'));
    expect(draw('ann', { op: 'clear', surface: 'camera' })?.change).toEqual({
      op: 'remove',
      ids: ['own', 'orphan'],
    });
    expect(ids()).toEqual(['elsewhere', 'hers']);
  });

  it('says nothing where nothing changes', () => {
    const { draw, own } = board();
    draw('ann', add('1'));
    expect(draw('ann', add('1'))).toBeUndefined();
    expect(draw('maya', { op: 'undo' })).toBeUndefined();
    expect(draw('maya', { op: 'redo' })).toBeUndefined();
    expect(draw('maya', { op: 'clear', surface: 'scene' })).toBeUndefined();
    expect(own.sequence).toBe(1);
  });

  it("refuses somebody else's id and one mark too many", () => {
    const { draw } = board();
    for (let count = 0; count < maxMarksEach; count += 1) draw('ann', add(`${count}`));
    expect(() => draw('ann', add('more'))).toThrow(expect.objectContaining({ code: 'conflict' }));
    expect(() => draw('maya', add('7'))).toThrow(expect.objectContaining({ code: 'conflict' }));
    expect(draw('maya', add('hers'))?.sequence).toBe(maxMarksEach + 1);
  });

  it('cleans what is written, and refuses what nobody can see', () => {
    const { draw, own } = board();
    const write = (text: string): DrawCommand => ({
      ...add(text.length.toString()),
      shape: { kind: 'text', at: [0, 0], text },
    });
    draw('maya', write('this\u202E one\u0000'));
    expect(own.marks[0]?.shape).toMatchObject({ text: 'this one' });
    expect(() => draw('maya', write('\u200B\u3164'))).toThrow(
      expect.objectContaining({ code: 'bad_request' }),
    );
  });
});
