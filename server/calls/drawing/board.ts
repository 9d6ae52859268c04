import Value from 'typebox/value';
import { type DrawCommand, type DrawEvent, type Mark, Shape } from '#protocol';
import { cleanText } from '../../clean-text.ts';
import { HexkeyError } from '../../errors.ts';

/** What one person may have on the pictures of a call at a time. */
export const maxMarksEach = 200;

type Add = Extract<DrawCommand, { op: 'add' }>;

/**
 * The marks of a call in the one order that everybody gets them in. Undo, redo and clear concern the drawer's own
 * marks; marks of somebody who has left are anybody's to clear.
 */
export class Board {
  readonly #marks = new Map<string, Mark>();
  /** Taken back, newest last, by drawer. */
  readonly #undone = new Map<string, Mark[]>();
  #sequence = 0;

  get marks(): Mark[] {
    return [...this.#marks.values()];
  }

  get sequence(): number {
    return this.#sequence;
  }

  /**
   * Carries out a command and answers what all are told, or nothing where nothing changed: a repeated `add`, nothing
   * left to undo. Throws `conflict` when the drawer's marks are too many or the id is somebody else's, `bad_request` for
   * a text without anything to see.
   */
  apply(by: string, command: DrawCommand, isHere: (peer: string) => boolean): DrawEvent | undefined {
    switch (command.op) {
      case 'add':
        return this.#add(by, command);
      case 'undo':
        return this.#undo(by);
      case 'redo':
        return this.#redo(by);
      case 'clear':
        return this.#clear(by, command.surface, isHere);
    }
  }

  #add(by: string, { id, surface, colour, shape, at }: Add): DrawEvent | undefined {
    const known = this.#marks.get(id);
    if (known?.by === by) return undefined;
    if (known) throw new HexkeyError('conflict', 'Another mark has this id. Give each mark a new one.');
    if (this.#of(by).length >= maxMarksEach)
      throw new HexkeyError('conflict', `You have ${maxMarksEach} marks here. Clear some, then draw on.`);
    const mark = { id, by, surface, colour, shape: readable(shape) };
    this.#marks.set(id, mark);
    this.#undone.delete(by);
    return this.#ordered({ op: 'add', mark, ...(at === undefined ? {} : { at }) });
  }

  #undo(by: string): DrawEvent | undefined {
    const newest = this.#of(by).at(-1);
    if (!newest) return undefined;
    this.#marks.delete(newest.id);
    this.#undone.set(by, [...(this.#undone.get(by) ?? []), newest]);
    return this.#ordered({ op: 'remove', ids: [newest.id] });
  }

  #redo(by: string): DrawEvent | undefined {
    const mark = this.#undone.get(by)?.pop();
    if (!mark || this.#marks.has(mark.id)) return undefined;
    this.#marks.set(mark.id, mark);
    return this.#ordered({ op: 'add', mark });
  }

  #clear(by: string, surface: string, isHere: (peer: string) => boolean): DrawEvent | undefined {
    const cleared = this.marks.filter(
      (mark) => mark.surface === surface && (mark.by === by || !isHere(mark.by)),
    );
    if (cleared.length === 0) return undefined;
    const ids = cleared.slice(0, 500).map(({ id }) => id);
    for (const id of ids) this.#marks.delete(id);
    this.#undone.delete(by);
    return this.#ordered({ op: 'remove', ids });
  }

  #of(by: string): Mark[] {
    return this.marks.filter((mark) => mark.by === by);
  }

  #ordered(change: DrawEvent['change']): DrawEvent {
    this.#sequence += 1;
    return { sequence: this.#sequence, change };
  }
}

/** Without anything the schema does not name, and with writing that is safe to show. */
function readable(given: Shape): Shape {
  const shape = Value.Clean(Shape, structuredClone(given)) as Shape;
  if (shape.kind === 'text') {
    const text = cleanText(shape.text, 120);
    if (text === '') throw new HexkeyError('bad_request', 'There is nothing to read in this text.');
    return { ...shape, text };
  }
  if (shape.kind === 'anchored' && shape.label !== undefined)
    return { ...shape, label: cleanText(shape.label, 120) };
  return shape;
}
