import { readFileSync } from 'node:fs';
import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import { Expecting, Language } from '#protocol';

const oneOrMore = <Schema extends Parameters<typeof Type.Array>[0]>(schema: Schema) =>
  Type.Union([schema, Type.Array(schema)]);
const Words = oneOrMore(Type.String());

/** What a reply must be; what is left out may be anything. */
export const Wanted = Type.Object(
  {
    /** Kinds of cards, one of which is there; null for none. */
    card: Type.Optional(oneOrMore(Type.Union([Type.String(), Type.Null()]))),
    noCard: Type.Optional(Words),
    /** The key of the order that the card or the words are about, and no other. */
    order: Type.Optional(Type.String()),
    /** Patterns that the words and the buttons' labels all match. */
    says: Type.Optional(Words),
    never: Type.Optional(Words),
    expects: Type.Optional(oneOrMore(Expecting)),
    /** Nothing is asked to be confirmed. */
    noConfirm: Type.Optional(Type.Literal(true)),
  },
  { additionalProperties: false },
);
export type Wanted = Static<typeof Wanted>;

/** One line of a file, see docs/dialogue-bench.md. */
export const WrittenDialogue = Type.Object(
  {
    id: Type.String({ minLength: 1 }),
    lang: Type.Optional(Language),
    kind: Type.Optional(Type.String()),
    held: Type.Optional(Type.Boolean()),
    /** Numbers of orders in place of the usual ones, by the order's key. */
    numbers: Type.Optional(Type.Record(Type.String(), Type.String())),
    turns: Type.Array(Type.Union([Type.Tuple([Type.String()]), Type.Tuple([Type.String(), Wanted])]), {
      minItems: 1,
    }),
    changes: Type.Optional(Type.Array(Type.String())),
  },
  { additionalProperties: false },
);
export type WrittenDialogue = Static<typeof WrittenDialogue>;

/** The dialogues of a JSON Lines file. Throws with the number of a line that is none. */
export function readDialogues(path: string): WrittenDialogue[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const dialogue: unknown = JSON.parse(line);
      if (Value.Check(WrittenDialogue, dialogue)) return [dialogue];
      const [error] = Value.Errors(WrittenDialogue, dialogue);
      throw new Error(`${path}:${index + 1}: ${error?.instancePath} ${error?.message}`);
    });
}

/** Of a dialogue that names none, what its id begins with. */
export const kindOf = ({ kind, id }: WrittenDialogue): string => kind ?? id.replace(/-\d+$/, '');
