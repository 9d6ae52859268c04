import type { IdentifiedLine, LineChoice } from '../../orders/contract.ts';
import { countOf } from '../../small-numbers.ts';
import { mentionsOf } from './mentions.ts';

const count = '(one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2})';
const chineseCount = '([一两二三四五六七八九十]|\\d{1,2})(?:个|张|把|件|台|只|盏|套)';

/** How many pieces are to stay: "I only need one", "one is enough", "make it one". */
const staying: readonly RegExp[] = [
  new RegExp(
    `\\b(?:only|just) (?:really |actually )?(?:need|needs|needed|want|wants|wanted|meant|keep|keeping|require|after)(?: to (?:keep|have|order|buy))? (?:the )?${count}\\b`,
    'iu',
  ),
  new RegExp(`\\b(?:keep|leave|need|want) (?:only|just) (?:the )?${count}\\b`, 'iu'),
  new RegExp(
    `\\b${count}(?: of (?:them|those|these)| [a-z-]{2,20}){0,2}(?:'s| is| are| will be| would be|'ll be| will| would)? (?:enough|plenty|sufficient|all (?:i|we) (?:need|want)|do(?=[ ,.!]|$))`,
    'iu',
  ),
  new RegExp(`\\b${count}(?: [a-z-]{2,20}){0,2},? (?:instead of|rather than|not) (?:the )?${count}\\b`, 'iu'),
  new RegExp(
    `\\b(?:make (?:it|that|them)|(?:down|back|reduce (?:it|them|that)|cut (?:it|them|that)) to) (?:just |only )?${count}\\b`,
    'iu',
  ),
  new RegExp(
    `只(?:要|留|需要|需|想要|想留|保留|用)${chineseCount}|(?:留|保留|改成|减到|改为|减成)${chineseCount}|${chineseCount}.{0,6}?(?:就够|就行|就好|就可以|够了|足够)`,
    'iu',
  ),
];
/** How many are to go: "take one of them off", "one too many". */
const going: readonly RegExp[] = [
  new RegExp(`\\b${count} (?:too many|fewer|less)\\b`, 'iu'),
  new RegExp(
    `\\b(?:cancel|drop|remove|scrap|bin|ditch|axe|take|knock|strike|lose|leave out|without|don'?t (?:need|want))(?: off| out)? (?:just |only )?${count} (?=of\\b|more\\b|[a-z-]{1,20}s\\b|(?:off|out|away)\\b)`,
    'iu',
  ),
  new RegExp(
    `(?:取消|去掉|删掉|减掉|减少|退掉|少要|少订|多了|多订了|多买了)(?:其中)?(?:的)?${chineseCount}|${chineseCount}(?:取消|去掉|不要|退掉)`,
    'iu',
  ),
];
const theOther =
  /\b(?:the|that) (?:other|second|extra|spare)(?: one)?\b(?! (?:one )?(?:stays|is fine|can stay|remains))|另(?:外)?(?:一|那)(?:个|张|把|件)|多(?:的|出来的)那(?:个|张|把|件)/iu;

function counted(text: string, patterns: readonly RegExp[]): number | undefined {
  const [, ...groups] = patterns.map((each) => each.exec(text)).find(Boolean) ?? [];
  const said = groups.find((each) => each !== undefined)?.toLowerCase();
  return said === undefined ? undefined : countOf(said);
}

/** Whether words say that fewer pieces than all are wanted, however many. */
export const saysFewer = (text: string): boolean =>
  counted(text, staying) !== undefined || counted(text, going) !== undefined;

/** The pieces of a line that are to go; undefined where all that were ordered are to stay. */
export function piecesGoing(text: string, line: IdentifiedLine): LineChoice | undefined {
  const stay = counted(text, staying);
  if (stay !== undefined && stay > 0)
    return stay < line.quantity ? { line: line.id, quantity: line.quantity - stay } : undefined;
  const go = counted(text, going) ?? (theOther.test(text) ? 1 : undefined);
  return go !== undefined && go > 0 && go < line.quantity
    ? { line: line.id, quantity: go }
    : { line: line.id };
}

/** A thing that is to stay in the order. */
const keeps =
  /\b(?:keep|keeping|leave|leaving|still (?:want|need|come|comes|coming|send|deliver|have)|stays?|staying|can stay|remains?|goes ahead|go ahead with|as (?:it is|they are|planned|ordered|normal|before)|(?:is|are) (?:fine|ok|okay|good)|(?:do )?(?:not|don'?t|dont|never) (?:cancel|drop|remove|scrap|touch)|but not|not (?=the\b|my\b)|except(?: for)?|apart from|other than|all but|besides|(?<!\b(?:don'?t|dont|not|longer) )(?:want|need) the|send (?:me )?the)\b|照(?:送|常|旧|发|样|要|寄)|留着|留下|保留|还(?:是)?要|别(?:取消|动)|不(?:取消|变|动)|正常(?:发|送)|继续(?:发|送)|除了|(?<![不只需想])要(?:的)?[\s。，,.!！]{0,2}$/iu;
/** A thing that is to go. */
const drops =
  /\b(?:cancel|cancelled|drop|dropped|remove|removed|scrap|bin|ditch|axe|forget|skip|lose|without|take (?:it |them |the [\w -]{2,40})?(?:off|out|away)|knock|strike|get rid of|(?:don'?t|dont|do not|no longer) (?:want|need)|can go|refund)\b|不(?:想|再)?要(?!取消|动|退)|不需要|取消|去掉|删掉|退/iu;
const negatedDrop =
  /\b(?:do not|don'?t|dont|never|not) (?:cancel|drop|remove|scrap|touch|bin|forget)\b|(?:别|不要?)(?:取消|动|退)/iu;
const pieceEnds = /[,.;!?，。；！？]|\s(?:but(?! not\b)|and|while|whereas|yet)(?=\s)|但是?|不过|然后/iu;

/** Lines of an order of which some are to go and some to stay. */
export interface SomeOfThem {
  going: IdentifiedLine[];
  staying: IdentifiedLine[];
}

/** What is to go and what is to stay of an order, by what is said around each thing that is named. */
export function someOfThem(text: string, lines: readonly IdentifiedLine[]): SomeOfThem {
  const going = new Set<IdentifiedLine>();
  const stay = new Set<IdentifiedLine>();
  for (const piece of text.split(pieceEnds)) {
    const named = mentionsOf(piece, lines, ({ product }) => product).flatMap(({ items }) => items);
    const keptAt = keeps.exec(piece);
    const dropped = drops.test(negatedDrop.test(piece) ? piece.replace(negatedDrop, '') : piece);
    for (const line of named) {
      // "Cancel all but the wardrobe": what stands behind the word that keeps it.
      const kept = keptAt && (!dropped || isBehind(piece, keptAt.index, line));
      if (kept && counted(piece, staying) === undefined) stay.add(line);
      else going.add(line);
    }
  }
  for (const line of stay) going.delete(line);
  const rest = going.size === 0 && stay.size > 0 ? lines.filter((line) => !stay.has(line)) : [...going];
  return { going: rest, staying: [...stay] };
}

const isBehind = (piece: string, at: number, line: IdentifiedLine): boolean =>
  mentionsOf(piece, [line], ({ product }) => product).some(({ from }) => from > at);

/** Says that something is to stay as it was ordered, and nothing more. */
export const onlyKeeps = (text: string): boolean =>
  keeps.test(text) && !drops.test(text.replace(negatedDrop, ''));
