import type { CallRoom, DrawEvent } from '#protocol';

type Drawn = Pick<CallRoom, 'marks' | 'drawn'>;

/**
 * The drawing after an event in the server's order. What was known already changes nothing (channel and socket may both
 * bring it); `gap` means that something between is missing and the room must be asked for.
 */
export function afterDrawing<Room extends Drawn>(room: Room, { sequence, change }: DrawEvent): Room | 'gap' {
  if (sequence <= room.drawn) return room;
  if (sequence > room.drawn + 1) return 'gap';
  if (change.op === 'add') return { ...room, drawn: sequence, marks: [...room.marks, change.mark] };
  const gone = new Set(change.ids);
  return { ...room, drawn: sequence, marks: room.marks.filter(({ id }) => !gone.has(id)) };
}
