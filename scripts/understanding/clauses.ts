import { readFileSync } from 'node:fs';
import Type, { type Static, type TSchema } from 'typebox';
import Value from 'typebox/value';
import { Intent } from '#protocol';
import { seededRandom } from '../../server/demo/seeded-random.ts';
import { acts } from '../../server/dialogue/contract.ts';
import { fromRoot } from '../../server/paths.ts';
import { drawOne, expand } from './expand.ts';
import { fractionOf, pick } from './random.ts';
import type { Utterance } from './utterance.ts';

/**
 * How an intent is put, as patterns, by the place they take in a frame. English: what the shop does ("cancel my order"),
 * what `me`, the shopper, does ("send it back"), what either does (`do`), the same as a noun or a finished thing; a whole
 * question about my things (`state`, and behind "tell me": `stated`) or about how things work (`how`); a whole problem;
 * a whole wish (`want`).
 */
const Phrases = Type.Object({
  intent: Intent,
  do: Type.Optional(Type.Array(Type.String())),
  shop: Type.Optional(Type.Array(Type.String())),
  me: Type.Optional(Type.Array(Type.String())),
  doing: Type.Optional(Type.Array(Type.String())),
  noun: Type.Optional(Type.Array(Type.String())),
  done: Type.Optional(Type.Array(Type.String())),
  state: Type.Optional(Type.Array(Type.String())),
  stated: Type.Optional(Type.Array(Type.String())),
  how: Type.Optional(Type.Array(Type.String())),
  problem: Type.Optional(Type.Array(Type.String())),
  want: Type.Optional(Type.Array(Type.String())),
});
type Phrases = Static<typeof Phrases>;

/** A kind of phrasing: patterns in which `<me>`, `<how>` and so on stand for an intent's own phrases. */
const Frame = Type.Object({
  kind: Type.String(),
  act: Type.Enum(acts),
  negated: Type.Optional(Type.Number()),
  texts: Type.Array(Type.String()),
});
type Frame = Static<typeof Frame>;

/** Patterns of whole utterances. Without an intent they name none: bare values, corrections. */
const Row = Type.Object({ ...Frame.properties, intent: Type.Optional(Intent) });

const languages = ['en', 'zh'] as const;

function read<Schema extends TSchema>(schema: Schema, name: string): Static<Schema>[] {
  const path = fromRoot('models', 'understanding', 'clauses', `${name}.json`);
  return Value.Parse(Type.Array(schema), JSON.parse(readFileSync(path, 'utf8')));
}

/**
 * Utterances drawn from each frame for each intent that fits it, and from each pattern of a row. More where an intent is
 * declined: the same words ask for it elsewhere, and one small word has to weigh more than all of them.
 */
const perFrame = 3;
const perDeclined = 7;
const perRow = 14;

/** One clause each, labelled with intent, act, polarity and kind. The same every time. */
export function readClauses(): Utterance[] {
  return languages.flatMap((language) => {
    const phrases = read(Phrases, `phrases-${language}`);
    const framed = read(Frame, `frames-${language}`).flatMap((frame) =>
      phrases.flatMap((each) => drawFramed(frame, each).map((text) => asUtterance(frame, text, each.intent))),
    );
    const rows = read(Row, `rows-${language}`).flatMap((row) =>
      row.texts.flatMap((pattern) =>
        expand(pattern, perRow).map((text) => asUtterance(row, text, row.intent)),
      ),
    );
    return [...framed, ...rows];
  });
}

/** "Leave it", "don't": declined, and whether an intent is named in it is a matter of taste. */
const polarityOf = ({ act, negated }: Frame, intent: Intent | undefined) =>
  negated ?? (act === 'refusal' && intent === 'deny' ? undefined : 0);

function asUtterance(frame: Frame, text: string, intent: Intent | undefined): Utterance {
  const { kind, act } = frame;
  const negated = polarityOf(frame, intent);
  return {
    text,
    accepted: intent ? [intent] : [],
    source: 'clauses',
    original: kind,
    group: `kind ${kind}`,
    genuine: false,
    act,
    kind,
    ...(negated === undefined ? {} : { negated }),
  };
}

const slot = /<(\w+)>/;

function drawFramed(frame: Frame, phrases: Phrases): string[] {
  const random = seededRandom(Math.floor(fractionOf(`${frame.kind} ${phrases.intent}`) * 2 ** 32));
  const texts = new Set<string>();
  const wanted = frame.negated ? perDeclined : perFrame;
  for (let tries = 0; tries < wanted * 4 && texts.size < wanted; tries++) {
    let text: string | undefined = drawOne(pick(frame.texts, random), random);
    for (let found = slot.exec(text); found && text !== undefined; found = slot.exec(text)) {
      const choices = phrasesFor(phrases, found[1] ?? '');
      text =
        choices.length === 0
          ? undefined
          : text.slice(0, found.index) +
            drawOne(pick(choices, random), random) +
            text.slice(found.index + found[0].length);
      if (text === undefined) break;
    }
    if (text !== undefined) texts.add(text.replace(/\s+/g, ' ').trim());
  }
  return [...texts];
}

/** What either may do stands where the shop or the shopper does it. */
function phrasesFor(phrases: Phrases, place: string): string[] {
  const either = place === 'shop' || place === 'me' ? (phrases.do ?? []) : [];
  const own = place === 'intent' ? [] : (phrases[place as keyof Omit<Phrases, 'intent'>] ?? []);
  return [...either, ...own];
}
