import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import { acts } from '../../server/dialogue/contract.ts';

/** One labelled utterance. Further keys are let through unread. */
export const LabelledRow = Type.Object({
  text: Type.String(),
  label: Type.String({ minLength: 1 }),
  source: Type.Optional(Type.String()),
  /** The source's own label. */
  orig: Type.Optional(Type.String()),
  /** Moods: 0-1. */
  intensity: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
  /** What is done by saying it; else unknown. */
  act: Type.Optional(Type.Enum(acts)),
  /** 1 where the label is named in order not to have it. */
  negated: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
  /** Recognised speech: the words that were spoken. */
  said: Type.Optional(Type.String()),
  /** HINT3: 1 for a live shopper's message. */
  real: Type.Optional(Type.Number()),
  /** ABCD: 1 where the label is sure. */
  clean: Type.Optional(Type.Number()),
  convo_id: Type.Optional(Type.Number()),
});
export type LabelledRow = Static<typeof LabelledRow>;
const checkRow = Compile(LabelledRow);

/** A file that cannot be read as labelled utterances: each wrong line by its number. */
export class BadFileError extends Error {
  override readonly name = 'BadFileError';
}

const mostShown = 10;

/**
 * Reads JSON lines `{"text", "label"}` (the first line opens with "{") or tab-separated `label<TAB>text`. Empty lines are
 * skipped. Throws `BadFileError` naming every wrong line, or that there is nothing in it.
 */
export function parseLabelled(name: string, content: string): LabelledRow[] {
  const lines = content.replace(/^\uFEFF/, '').split(/\r?\n/);
  const first = lines.find((line) => line.trim() !== '');
  if (first === undefined) throw new BadFileError(`${name} holds no rows.`);
  const read = first.trimStart().startsWith('{') ? readJson : readTabs;
  const rows: LabelledRow[] = [];
  const wrong: string[] = [];
  lines.forEach((line, at) => {
    if (line.trim() === '') return;
    const row = read(line);
    if (typeof row === 'string') wrong.push(`line ${at + 1}: ${row}`);
    else rows.push(row);
  });
  if (wrong.length > 0) {
    const more = wrong.length > mostShown ? [`and ${wrong.length - mostShown} more`] : [];
    throw new BadFileError(
      [`${name} has ${wrong.length} wrong line(s):`, ...wrong.slice(0, mostShown), ...more].join('\n  '),
    );
  }
  return rows;
}

function readJson(line: string): LabelledRow | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'not JSON';
  }
  if (checkRow.Check(value)) return value;
  const [error] = checkRow.Errors(value);
  return `${error?.instancePath || 'row'} ${error?.message ?? 'is wrong'}`;
}

function readTabs(line: string): LabelledRow | string {
  const tab = line.indexOf('\t');
  if (tab < 0) return 'no tab between label and text';
  const label = line.slice(0, tab).trim();
  const text = line.slice(tab + 1).trim();
  if (!label || !text) return 'label or text is empty';
  return { text, label };
}
