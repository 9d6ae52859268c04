import { eq } from 'drizzle-orm';
import type { Db } from '../store/index.ts';
import type { LineChoice } from './contract.ts';
import { NotPossibleError } from './not-possible.ts';
import { type LineRow, type OrderRows, untouched } from './order-rows.ts';
import { orderLines } from './tables.ts';

/** The lines chosen and how many pieces of each. Throws NotPossibleError where one is none, or is chosen twice. */
export function chosenLines(
  rows: Pick<OrderRows, 'lines'>,
  choices: readonly LineChoice[],
): Map<string, number> {
  const open = new Map(untouched(rows).map((line) => [line.id, line]));
  const chosen = new Map<string, number>();
  for (const { line: id, quantity } of choices) {
    const line = open.get(id);
    const pieces = quantity ?? line?.quantity ?? 0;
    if (!line || chosen.has(id) || !Number.isInteger(pieces) || pieces < 1 || pieces > line.quantity)
      throw new NotPossibleError('no_such_line');
    chosen.set(id, pieces);
  }
  if (chosen.size === 0) throw new NotPossibleError('no_such_line');
  return chosen;
}

/** An id that no line of the order has. */
export function freshLineId(lines: readonly Pick<LineRow, 'id'>[]): string {
  const taken = new Set(lines.map(({ id }) => id));
  let count = lines.length + 1;
  while (taken.has(String(count))) count += 1;
  return String(count);
}

/** Lines with something done to the chosen pieces: where they are a part of a line, they become one of their own. */
export function splitLines(
  lines: readonly LineRow[],
  chosen: ReadonlyMap<string, number>,
  set: Partial<LineRow> | ((line: LineRow) => Partial<LineRow>),
): { lines: LineRow[]; chosen: LineRow[] } {
  const all: LineRow[] = [];
  const touched: LineRow[] = [];
  for (const line of lines) {
    const pieces = chosen.get(line.id);
    if (pieces === undefined) {
      all.push(line);
      continue;
    }
    const whole = pieces === line.quantity;
    const id = whole ? line.id : freshLineId([...lines, ...all]);
    const part = { ...line, ...(typeof set === 'function' ? set(line) : set), id, quantity: pieces };
    touched.push(part);
    if (!whole) all.push({ ...line, quantity: line.quantity - pieces });
    all.push(part);
  }
  return { lines: all, chosen: touched };
}

/** These are the order's lines from now on, in this order. */
export async function setLines(tx: Db, order: string, lines: readonly LineRow[]): Promise<void> {
  await tx.delete(orderLines).where(eq(orderLines.order, order));
  await tx.insert(orderLines).values(lines.map((line, position) => ({ ...line, order, position })));
}

/** "2 × Ember bedside table, Tarn wardrobe": for the order's history. */
export const linesNote = (lines: readonly Pick<LineRow, 'name' | 'quantity'>[]): string =>
  lines.map(({ name, quantity }) => (quantity > 1 ? `${quantity} × ${name}` : name)).join(', ');
