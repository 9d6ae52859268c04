import type { Product } from '#protocol';
import { countOf } from '../../small-numbers.ts';
import type { Aspect, Constraint, ProductWish, Side, WishContext } from './constraints.ts';
import { type Measure, measuresIn } from './measures.ts';
import { eitherOf, type NamedProduct, nounsOf } from './nouns.ts';
import { colours, features, materialFamilies, type Property, rooms } from './words.ts';

/** Characters of an utterance that are read. */
const longest = 600;

/** What a shopper looks for, in their words. */
export function parseConstraints(utterance: string, context: WishContext): ProductWish {
  const text = utterance.slice(0, longest).normalize('NFKC').replace(/[’‘]/gu, "'");
  const named = nounsOf(context.products).namedIn(text);
  const unnamed = mask(
    text,
    named.filter(({ slug }) => slug !== undefined),
  );
  const measures = measuresIn(unnamed);
  const compared = comparison(text, named, context);
  const kinds = kindsOf(text, named, compared);
  const inner = mask(text, named);
  const constraints: Constraint[] = [
    ...kinds,
    ...(compared ? [compared] : []),
    ...prices(text, measures, context.products),
    ...sizes(text, measures, context.products),
    ...weights(text, measures),
    ...seats(unnamed),
    ...properties(inner, context.products),
  ];
  if (!kinds.some(({ kind }) => kind === 'noun')) constraints.push(...roomOf(text, context.products));
  const order = superlative(text);
  return {
    constraints: constraints.filter((each, at) => constraints.findIndex((other) => same(each, other)) === at),
    ...(order && { order }),
    ...(child.test(text) && { forChild: true as const }),
  };
}

const same = (one: Constraint, other: Constraint) => JSON.stringify(one) === JSON.stringify(other);

const child =
  /\b(?:child(?:ren)?|kids?|son|daughter|toddler|baby|grand(?:son|daughter|child)|niece|nephew|\d{1,2}[- ]year[- ]old)\b|孩子|儿子|女儿|宝宝|小孩|小朋友/iu;

/** Names are taken out: the drawers in "chest of drawers" are no wish for drawers. */
function mask(text: string, named: readonly NamedProduct[]): string {
  let masked = text;
  for (const { from, to } of named)
    if (from >= 0) masked = masked.slice(0, from) + '_'.repeat(to - from) + masked.slice(to);
  return masked;
}

// ── What kind of thing ───────────────────────────────────────────────────────────────────────────────────────────────

/** A thing that is there already: "next to my sofa", "instead of the Tarn". */
const beside =
  /\b(?:on|onto|next to|beside|under|above|behind|in front of|near|match(?:es|ing)?|to go with|goes with|instead of|replac(?:e|es|ing)|for)\s{1,2}(?:my|the|our|this|that|his|her|an? old|existing)\s{1,2}(?:\w{1,15}\s){0,2}$/iu;
const than =
  /(?:\bthan|比)\s{0,2}(?:(?:the|my|your|that|this|an?|我的|这个|那个)\s{1,2})?(?:\w{1,15}\s){0,1}$/iu;

function kindsOf(
  text: string,
  named: readonly NamedProduct[],
  compared: Constraint | undefined,
): Constraint[] {
  const found: Constraint[] = [];
  const rest = named.filter(({ from }) => !than.test(text.slice(Math.max(0, from - 30), Math.max(0, from))));
  for (const each of rest) {
    if (!isExcluded(text, each)) continue;
    if (each.slug !== undefined) found.push({ kind: 'product', slug: each.slug, not: true });
    else found.push({ kind: 'noun', said: each.said, nouns: each.nouns, not: true });
  }
  const wanted = rest.filter((each) => !isExcluded(text, each));
  const asked =
    wanted.find(({ from }) => from < 0 || !beside.test(text.slice(Math.max(0, from - 45), from))) ??
    (compared ? named[0] : wanted[0]);
  if (asked)
    found.unshift({ kind: 'noun', said: asked.said, nouns: [...new Set(eitherOf(text, wanted, asked))] });
  else {
    const unknown = unknownNoun(text);
    if (unknown) found.unshift({ kind: 'noun', said: unknown, nouns: [] });
  }
  return found;
}

/** What was asked for by a noun that nothing in the shop has. */
function unknownNoun(text: string): string | undefined {
  const said =
    /\b(?:do you (?:have|sell|stock|do)|have you got|you got|(?:i'?m |we'?re )?(?:looking|searching) for|i (?:need|want)|we (?:need|want)|got any|is there|are there)\s{1,2}(?:(?:any|an?|some)\s{1,2}|(?=[a-z-]{2,20}s\b|[a-z-]{2,20} [a-z-]{2,20}s\b))([a-z][a-z-]{1,20}(?: [a-z][a-z-]{1,20}){0,2}?)(?=$|[?.!,]| (?:in|for|under|below|with|without|that|which|to|at|around|from|please|less|cheaper|made|and|or|by)\b)/iu.exec(
      text,
    )?.[1];
  if (
    said &&
    !/\b(?:thing|things|something|anything|one|ones|ideas?|present|gift|help|furniture|electronics|bit|piece|recommendations?|advice|suggestions?)\b/iu.test(
      said,
    )
  )
    return said;
  return /(?:有没有|有卖|卖不卖|卖)(\p{Script=Han}{2,5}?)(?=吗|呢|么|？|\?|$)/u.exec(text)?.[1];
}

function roomOf(text: string, products: readonly Product[]): Constraint[] {
  const room = rooms.find(({ asked }) => asked.test(text));
  if (!room) return [];
  const nouns = [...new Set(products.map(({ noun }) => noun))].filter((noun) => room.nouns.test(noun));
  return nouns.length > 0 ? [{ kind: 'room', room: room.name, nouns }] : [];
}

// ── Comparison with one product ──────────────────────────────────────────────────────────────────────────────────────

const comparatives: [said: RegExp, aspect: Aspect, more: boolean][] = [
  [/\b(?:cheaper|less expensive|costs? less|less money)\b|便宜/iu, 'price', false],
  [/\b(?:more expensive|dearer|pricier|fancier)\b|更贵/iu, 'price', true],
  [/\b(?:bigger|larger|roomier)\b|更大|大一点|大一些/iu, 'size', true],
  [/\b(?:smaller|more compact)\b|更小|小一点|小一些/iu, 'size', false],
  [/\b(?:wider|broader|longer)\b|更宽|宽一点|更长/iu, 'width', true],
  [/\b(?:narrower|slimmer|less wide)\b|更窄|窄一点/iu, 'width', false],
  [/\b(?:taller|higher)\b|更高|高一点/iu, 'height', true],
  [/\b(?:lower|shorter)\b|更矮|矮一点/iu, 'height', false],
  [/\bdeeper\b|更深/iu, 'depth', true],
  [/\bshallower\b|更浅/iu, 'depth', false],
  [/\b(?:lighter|less heavy)\b(?! (?:colou?r|wood|oak|grey|blue|green))|更轻|轻一点/iu, 'weight', false],
  [/\b(?:heavier|sturdier)\b|更重/iu, 'weight', true],
];

function comparison(
  text: string,
  named: readonly NamedProduct[],
  { products, about }: WishContext,
): Constraint | undefined {
  const found = comparatives.find(([said]) => said.test(text));
  if (!found) return undefined;
  const [, aspect, more] = found;
  const after = text.search(/\bthan\b|比/iu);
  const slug =
    named.find(({ slug, from }) => slug !== undefined && from > after)?.slug ??
    named.find(({ slug }) => slug)?.slug;
  if (slug !== undefined && (after >= 0 || named.length === 1)) return { kind: 'than', slug, aspect, more };
  if (after >= 0 && /^than\s{1,2}[£$€]?\d/iu.test(text.slice(after))) return undefined;
  if (about !== undefined && products.some(({ slug: known }) => known === about))
    return { kind: 'than', slug: about, aspect, more };
  return undefined;
}

const superlatives: [said: RegExp, aspect: Aspect, more: boolean][] = [
  [
    /\b(?:cheapest|least expensive|most affordable|cheap|inexpensive|budget|affordable|reasonabl[ey]|(?:isn't|not|nothing|aren't) (?:too |that |so )?(?:dear|expensive|pricey|costly))\b|最便宜|便宜的/iu,
    'price',
    false,
  ],
  [/\b(?:most expensive|dearest|best quality|premium)\b|最贵/iu, 'price', true],
  [/\b(?:biggest|largest)\b|最大/iu, 'size', true],
  [/\b(?:smallest|tiniest|most compact)\b|最小/iu, 'size', false],
  [/\b(?:widest|longest)\b|最宽|最长/iu, 'width', true],
  [/\b(?:narrowest|slimmest)\b|最窄/iu, 'width', false],
  [/\b(?:tallest|highest)\b|最高(?!不)/iu, 'height', true],
  [/\b(?:lowest|shortest)\b|最矮/iu, 'height', false],
  [/\blightest\b|最轻/iu, 'weight', false],
  [
    /\b(?:quickest|fastest|easiest) to (?:build|assemble|put together)\b|最容易(?:安装|组装)/iu,
    'assembly',
    false,
  ],
];

function superlative(text: string): ProductWish['order'] {
  const found = superlatives.find(([said]) => said.test(text));
  return found && { aspect: found[1], more: found[2] };
}

// ── Numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const around = (text: string, { from, to }: Measure) => ({
  before: text.slice(Math.max(0, from - 32), from),
  after: text.slice(to, to + 26),
});

const below =
  /\b(?:under|below|less than|beneath|smaller than|narrower than|shorter than|lower than|cheaper than|not (?:quite )?as much as)\s{1,2}(?:an?\s)?$|(?:低于|少于|小于|不到)\s?$/iu;
const upTo =
  /\b(?:up to|at most|max(?:imum)?(?: of)?|no more than|not more than|not over|not above|no (?:wider|taller|higher|deeper|bigger|longer|larger|heavier) than|not (?:wider|taller|higher|deeper|bigger|longer|larger|heavier) than|within|budget (?:is|of|about)?|budget'?s|spend|afford|only have|have got|for)\s{1,2}(?:about\s|around\s|an?\s|only\s|just\s)?$|(?:不超过|最多|不要超过|别超过|不能超过|不得超过|不高于|不大于|预算(?:是|在|只有|大概)?|只有)\s?$/iu;
const atLeast =
  /\b(?:over|above|more than|at least|min(?:imum)?(?: of)?|from|no less than|not less than|not under|starting at|wider than|taller than|higher than|deeper than|bigger than|longer than|larger than|upwards of)\s{1,2}(?:an?\s)?$|(?:至少|超过|高于|大于|不低于|不少于)\s?$/iu;
const roughly =
  /\b(?:about|around|roughly|approximately|approx|circa|something like)\s{1,2}(?:an?\s)?$|大概|大约/iu;
const orLess =
  /^\s{0,2}(?:or (?:less|under|below|cheaper|smaller)|max(?:imum)?\b|tops\b|at (?:the )?most)|^\s?(?:块钱?|元|英?镑)?(?:以内|以下|之内|内|封顶)/iu;
const orMore =
  /^\s{0,2}(?:or (?:more|over|above|bigger)|min(?:imum)?\b|at least|plus\b|\+)|^\s?(?:块钱?|元|英?镑)?(?:以上|起)/iu;
const orSo = /^\s{0,2}(?:or so|ish\b|-ish\b|give or take)|^\s?(?:块钱?|元|英?镑)?左右/iu;

type Comparison = 'below' | 'most' | 'least' | 'about';

function comparisonOf(text: string, measure: Measure): Comparison | undefined {
  const { before, after } = around(text, measure);
  if (orLess.test(after)) return 'most';
  if (orMore.test(after)) return 'least';
  if (orSo.test(after)) return 'about';
  if (upTo.test(before)) return 'most';
  if (
    /\b(?:no|not|n't) (?:be )?(?:more than|over|above)\s{1,2}$|(?:不|别)(?:要|能|可|得)?超过\s?$/iu.test(
      before,
    )
  )
    return 'most';
  if (atLeast.test(before)) return 'least';
  if (below.test(before)) return 'below';
  return roughly.test(before) ? 'about' : undefined;
}

function rangeOf(value: number, comparison: Comparison, tolerance: number) {
  if (comparison === 'least') return { least: Math.round(value) };
  if (comparison === 'about')
    return { least: Math.round(value * (1 - tolerance)), most: Math.round(value * (1 + tolerance)) };
  return { most: comparison === 'below' ? Math.ceil(value) - 1 : Math.round(value) };
}

const between = /(?:\bbetween|\bfrom|从)\s{0,2}[£$€¥]?\s?$/iu;
const andThen = /^\s{0,2}(?:and|to|-|–|—|up to|至|到|~|～)\s{0,2}[£$€¥]?\s?$/iu;

/** Two measures that are the ends of a range: "between 100 and 200", 一百到两百. */
const isRange = (text: string, one: Measure, other: Measure) => andThen.test(text.slice(one.to, other.from));

function minorUnits(products: readonly Product[]): number {
  const currency = products[0]?.price.currency ?? 'GBP';
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    .maximumFractionDigits;
  return 10 ** (digits ?? 2);
}

const sizeWords =
  /^\s{0,2}(?:wide|high|tall|deep|long|across|thick|cm|mm|inch|wall|gap|door|ceiling|alcove|space|people|persons?|seats?|x|by)\b|^\s?[宽高深长]/iu;
const priceWords = /\b(?:pay|price|cost|budget|spend|money|afford|worth|pounds?|quid)\b|预算|价|钱/iu;

function prices(text: string, measures: readonly Measure[], products: readonly Product[]): Constraint[] {
  const unit = minorUnits(products);
  const found: Constraint[] = [];
  for (const [at, measure] of measures.entries()) {
    const before = measures[at - 1];
    const next = measures[at + 1];
    if (before && isRange(text, before, measure) && isPrice(text, before, measure)) continue;
    if (next && isRange(text, measure, next) && isPrice(text, measure, next)) {
      const [least, most] = [measure.value, next.value].sort((one, other) => one - other);
      found.push({ kind: 'price', least: (least ?? 0) * unit, most: (most ?? 0) * unit });
      continue;
    }
    if (!isPrice(text, measure)) continue;
    if (/\bcheaper than\b/iu.test(text) && measure.kind === 'bare') continue;
    found.push({
      kind: 'price',
      ...rangeOf(measure.value * unit, comparisonOf(text, measure) ?? 'most', 0.2),
    });
  }
  return found;
}

/** Money, or a number alone that is said as one says prices. */
function isPrice(text: string, measure: Measure, other?: Measure): boolean {
  if (measure.kind === 'money' || other?.kind === 'money') return true;
  if (measure.kind !== 'bare' || (other && other.kind !== 'bare')) return false;
  const { before, after } = around(text, other ? { ...measure, to: other.to } : measure);
  if (sizeWords.test(after)) return false;
  const said = comparisonOf(text, measure) !== undefined || between.test(before) || orLess.test(after);
  return said || priceWords.test(before);
}

const sideWords: [side: Side, said: RegExp][] = [
  [
    'height',
    /\b(?:high|tall|height|heights|ceilings?|headroom|clearance|window ?sill|slop(?:e|ing)|eaves)\b|高|天花板|层高|窗台/iu,
  ],
  ['depth', /\b(?:deep|depth|front to back)\b|深|进深/iu],
  [
    'width',
    /\b(?:wide|width|across|long|length|wall|gap|alcove|space|nook|corner|niche|recess|spot|between|side to side)\b|宽|长|墙|空位|空间|角落|空隙|凹/iu,
  ],
];
const passages =
  /\b(?:door(?:way|frame)?|front door|corridor|hallway|staircase|stairs|stairwell|lift|elevator|hatch|gate)\b|房门|门(?!铃|板)|楼梯|走廊|电梯/iu;
const spaces =
  /\b(?:fits?|fitting|squeeze|wall|gap|alcove|space|nook|corner|niche|recess|spot|room for|ceiling|headroom|clearance|sill|under the|between|go(?:es)? (?:in|into|under|against))\b|放得下|放在|放进|墙|空位|空间|角落|天花板|层高|空隙/iu;

function sizes(text: string, measures: readonly Measure[], products: readonly Product[]): Constraint[] {
  const pair = pairIn(text);
  if (pair) {
    if (/\b(?:mattress|bed|床垫|床)/iu.test(text) && !spaces.test(text))
      return [{ kind: 'feature', name: `${pair.centimetres[0]} x ${pair.centimetres[1]}` }];
    const sides: Side[] = ['width', 'depth', 'height'];
    return pair.centimetres.map((value, at) => ({
      kind: 'size',
      side: sides[at] ?? 'height',
      most: value * 10,
    }));
  }
  const lengths = measures.filter(
    (measure) => measure.kind === 'length' || isBareSize(text, measure, products),
  );
  return lengths.map((measure) =>
    sizeOf(text, measure.kind === 'bare' ? { ...measure, value: measure.value * 10 } : measure),
  );
}

/** "a 120 wall": centimetres, where a place or side is named right behind the number. */
function isBareSize(text: string, measure: Measure, products: readonly Product[]): boolean {
  if (measure.kind !== 'bare' || measure.value < 20 || measure.value > 400 || products.length === 0)
    return false;
  return /^\s{0,2}(?:wide|high|tall|deep|wall|gap|door|doorway|ceiling|alcove|space)\b|^\s?[宽高深]/iu.test(
    around(text, measure).after,
  );
}

function sizeOf(text: string, measure: Measure): Constraint {
  const { before, after } = around(text, measure);
  const clauseBefore = before.split(/[,;.，；。]|\b(?:and|but)\b/iu).at(-1) ?? '';
  const clauseAfter = after.split(/[,;.，；。]|\b(?:and|but)\b/iu)[0] ?? '';
  const isPassage =
    passages.test(clauseAfter) || (passages.test(clauseBefore) && !/\bunder the\b/iu.test(clauseBefore));
  if (isPassage && !/\bwith(?:out)?\s.{0,20}doors?\b/iu.test(clauseBefore))
    return { kind: 'passage', most: Math.round(measure.value) };
  const side =
    sideIn(clauseAfter) ??
    comparedSide(clauseBefore) ??
    sideIn(clauseBefore) ??
    (/\bunder the (?:stairs|window|shelf|desk|bed)\b/iu.test(text) ? 'height' : 'width');
  const isSpace = spaces.test(clauseBefore) || spaces.test(clauseAfter) || spaces.test(text);
  const comparison = comparisonOf(text, measure);
  if (isSpace && comparison !== 'least') return { kind: 'size', side, most: Math.round(measure.value) };
  return { kind: 'size', side, ...rangeOf(measure.value, comparison ?? 'about', 0.1) };
}

const comparedSide = (text: string): Side | undefined => {
  const said = /\b(wid|narrow|tall|high|short|low|deep|shallow)(?:er)? than\s{0,2}$/iu.exec(text)?.[1];
  if (!said) return undefined;
  return /^(?:wid|narrow)/iu.test(said) ? 'width' : /^(?:deep|shallow)/iu.test(said) ? 'depth' : 'height';
};

const sideIn = (text: string): Side | undefined => {
  const found = sideWords
    .map(([side, said]) => ({ side, at: text.search(said) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at);
  return found[0]?.side;
};

const eachUnit: Record<string, number> = {
  mm: 0.1,
  cm: 1,
  m: 100,
  in: 2.54,
  inch: 2.54,
  inches: 2.54,
  厘米: 1,
  公分: 1,
  米: 100,
};

/** "120 x 60 cm", "120 by 60": two or three sides at once. */
function pairIn(text: string): { centimetres: number[] } | undefined {
  const match =
    /(?<![\d.])(\d{1,4}(?:\.\d{1,2})?)\s?(?:mm|cm|m)?\s{0,2}(?:x|×|\*|by|乘以?)\s{0,2}(\d{1,4}(?:\.\d{1,2})?)(?:\s?(?:mm|cm|m)?\s{0,2}(?:x|×|\*|by|乘以?)\s{0,2}(\d{1,4}(?:\.\d{1,2})?))?\s?(mm|cm|m|inch(?:es)?|in|厘米|公分|米)?(?![a-z\d])/iu.exec(
      text,
    );
  if (!match) return undefined;
  const each = eachUnit[match[4]?.toLowerCase() ?? 'cm'] ?? 1;
  const centimetres = [match[1], match[2], match[3]]
    .filter((value): value is string => value !== undefined)
    .map((value) => Math.round(Number(value) * each));
  return { centimetres };
}

function weights(text: string, measures: readonly Measure[]): Constraint[] {
  // "holds 30 kg" is about what it carries, not about what it weighs
  if (/\b(?:holds?|carry|carries|load|takes?|supports?|withstands?|bears?)\b|承重|承受/iu.test(text))
    return [];
  return measures
    .filter(({ kind }) => kind === 'weight')
    .map((measure) => ({
      kind: 'weight',
      ...rangeOf(measure.value, comparisonOf(text, measure) ?? 'most', 0.2),
    }));
}

const someNumber = '(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)';
const seatPatterns = [
  new RegExp(
    `\\b(?:seats?|sits?|seating|sit|room|space) (?:for )?(?:at least |up to )?${someNumber}\\b(?! ?(?:cm|mm|m|inch|foot|feet|ft)\\b)`,
    'iu',
  ),
  new RegExp(`\\b${someNumber}[- ](?:seats?|seaters?)\\b`, 'iu'),
  new RegExp(
    `\\bfor (?:at least |up to |a family of |the )?${someNumber}(?: (?:people|persons|adults|guests|of us|diners|please|that|which|max|under|below|with|in|and|but|or so)|$|[?.!,])`,
    'iu',
  ),
  /([一两二三四五六七八九十]|\d{1,2})(?:个)?(?:人座|人位|座|人(?:坐|用|的))/u,
  /坐(?:得下)?([一两二三四五六七八九十]|\d{1,2})(?:个)?人/u,
];

function seats(text: string): Constraint[] {
  for (const pattern of seatPatterns) {
    const said = pattern.exec(text)?.[1];
    if (said) return [{ kind: 'seats', least: countOf(said) }];
  }
  return [];
}

// ── Materials, colours, features ─────────────────────────────────────────────────────────────────────────────────────

const negations =
  /(?:\bnot|n't|\b(?:is|are|was|does|do|did|has|have|ca|wo)nt|\bno|\bwithout(?: any)?|\bexcept(?: for)?|\bexcluding|\bapart from|\baside from|\bother than|\banything but|\bhate|\bavoid|\bdislike|\bnon|\bnever|\bneither|\bnor|\binstead of|\brather than|\bfree of)(?:\s{1,2}|-)(?:(?:in|an?|any|the|made|of|from|out|real|too|be|have|has|having|with|want|wants|like|need|wanting|come|comes|just|on|to|or|one|that|is|it|actual|got|get|use|fake|natural|pure|plain|show|me|see|interested|another|those|these|your)\s{1,2}){0,6}(?:\w{1,15}(?:,| or| and|\/)\s{0,2}){0,2}$/iu;
const chineseNegations =
  /(?:不要|不是|不想要|不喜欢|不带|没有|不用|别要|别|除了|非|无|不含|不)(?:用|做|有|带|任何|那种|要|买|选)?(?:\p{Script=Han}{1,4}(?:或|和|、))?$/u;

const isExcluded = (text: string, { from, not }: NamedProduct): boolean =>
  not === true || isNegated(text, from);

function isNegated(text: string, from: number): boolean {
  if (from < 0) return false;
  const before = text.slice(Math.max(0, from - 60), from);
  const clause =
    before.split(/[;.!?，。；]|(?<!\b(?:any|every|no)thing )\bbut\b|\b(?:with|under|for)\b/iu).at(-1) ??
    before;
  if (/\bdon'?t mind\b|\bnot only\b|\bno problem\b|不仅|不只/iu.test(clause)) return false;
  const comma = clause.split(',').at(-1) ?? clause;
  return negations.test(comma) || negations.test(clause) || chineseNegations.test(clause);
}

const freeOf = /^[- ]free\b/iu;

function properties(text: string, products: readonly Product[]): Constraint[] {
  const found: (Constraint & { from: number; to: number })[] = [];
  const read = (kind: 'material' | 'colour' | 'feature', list: readonly Property[]) => {
    for (const { name, asked } of list)
      for (const match of text.matchAll(asked)) {
        const [from, to] = [match.index, match.index + match[0].length];
        if (found.some((other) => from < other.to && other.from < to)) continue;
        const before =
          /^(?:no|without|不带|无)/iu.test(match[0]) &&
          !/^no (?:drilling|assembly)|^without (?:drilling|assembly)/iu.test(match[0]);
        const not = before || isNegated(text, from) || freeOf.test(text.slice(to, to + 6));
        found.push({ kind, name, from, to, ...(not && { not: true as const }) });
      }
  };
  read('feature', features);
  read('material', materialFamilies);
  read('colour', colours);
  read('colour', ownColours(products));
  return [
    ...found.map(({ from: _from, to: _to, ...constraint }) => constraint as Constraint),
    ...otherFeature(text, found),
  ];
}

/** Colours that a shop has a word of its own for: "mint". */
const ownColours = (products: readonly Product[]): Property[] =>
  [...new Set(products.flatMap((product) => product.colours.map((colour) => colour.toLowerCase())))]
    .filter((colour) => /^[\p{L} -]{3,30}$/u.test(colour))
    .map((name) => ({
      name,
      asked: new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'giu'),
      has: new RegExp(name, 'iu'),
    }));

/** "with a wine rack": a feature that no list has is looked for by its words. */
function otherFeature(text: string, found: readonly { from: number; to: number }[]): Constraint[] {
  const match =
    /\b(with|without|that has|which has)\s{1,2}(?:an?|some|any|built-in|the|its own)\s{1,2}([a-z][a-z-]{2,20}(?: [a-z][a-z-]{2,20})?)(?=$|[,.;?!]| (?:and|or|but|under|for|in|that|which|please|to|below|at)\b)/iu.exec(
      text,
    );
  if (!match?.[2]) return [];
  const [from, to] = [match.index, match.index + match[0].length];
  if (found.some((other) => from < other.to && other.from < to) || text.slice(from, to).includes('_'))
    return [];
  if (
    /\b(?:budget|width|height|depth|wall|gap|space|discount|warranty|guarantee|price|size|child|kids?|dog|cat|problem|difference)\b/iu.test(
      match[2],
    )
  )
    return [];
  return [
    { kind: 'feature', name: match[2].toLowerCase(), ...(match[1] === 'without' && { not: true as const }) },
  ];
}
