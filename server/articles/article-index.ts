import type { Intent, Language, StoredArticle } from '#protocol';
import { type AnswerKind, answersAsked, answersGiven } from './ask.ts';
import type { ArticleAnswer, ArticleQuestion } from './contract.ts';
import { createWordIndex, type Likely } from './likeliest.ts';
import { impliedDays, knownStems, pairsOf, readTerms, type Term, wordKeys } from './read-terms.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { corrected } from './slips.ts';

interface ReadSentence extends Sentence {
  keys: Set<string>;
  terms: Term[];
  underHeadings: Set<string>;
  gives: Set<AnswerKind>;
}

interface ReadArticle {
  article: StoredArticle;
  title: Set<string>;
  /** Words one by one, of title and id, and of each sentence with its headings. */
  titled: Set<string>;
  worded: Set<string>[];
  sentences: ReadSentence[];
  keys: Set<string>;
}

/**
 * What a question hangs on, by the kind of what it speaks of: how much is lost when the article has nothing of it. A word
 * that the lexicon has not weighs little beside a topic ("could my nan pay in instalments") and much where it is all
 * there is ("do you sell tyres").
 */
const weights: Record<Term['kind'], number> = {
  topic: 1,
  word: 0.8,
  when: 0.7,
  who: 0.7,
  aspect: 0.45,
  common: 0.2,
  thing: 0.25,
  country: 0.2,
  plain: 0.05,
  number: 0,
};

/** A question is answered where an article has this share of what it hangs on. */
const enough = 0.62;
/** From here on the words need not be looked at one by one. */
const clearly = 0.85;
const mostSentences = 3;
const longestPassage = 420;
/** Articles that share the most with a question are read sentence by sentence. */
const mostCandidates = 8;

/** Topics that an intent speaks of without saying so. */
const hinted: Partial<Record<Intent, string[]>> = {
  return_refund: ['return'],
  refund_status: ['refund'],
  delivery_options: ['delivery'],
  payment_invoice: ['payment'],
  store_info: ['store', 'hours'],
  product_defect: ['guarantee', 'damaged'],
  assembly_help: ['assembly'],
};

/** All articles of a shop, read once. */
export interface ArticleIndex {
  answer(question: ArticleQuestion): ArticleAnswer | undefined;
}

export function indexArticles(articles: readonly StoredArticle[]): ArticleIndex {
  const read = articles.map(readArticle);
  const byLanguage = { en: versionsFor(read, 'en'), zh: versionsFor(read, 'zh') };
  const stems = new Set([
    ...knownStems,
    ...read.flatMap(({ keys, title }) =>
      [...keys, ...title].filter((key) => key.startsWith('=')).map((key) => key.slice(1)),
    ),
  ]);
  return {
    answer(question) {
      const versions = byLanguage[question.language];
      return answerFrom(versions, question, (word) => corrected(word, stems));
    },
  };
}

function readArticle(article: StoredArticle): ReadArticle {
  const sentences = sentencesOf(article.body, article.language).map((sentence): ReadSentence => {
    const terms = readTerms(sentence.text);
    return {
      ...sentence,
      terms,
      keys: new Set([
        ...terms.map(({ key }) => key),
        ...impliedDays(sentence.text),
        ...[...sentence.text.matchAll(/\p{Script=Han}+/gu)].flatMap(([run]) =>
          pairsOf(run).map((pair) => `=${pair}`),
        ),
      ]),
      underHeadings: new Set(
        sentence.headings.flatMap((heading) => readTerms(heading).map(({ key }) => key)),
      ),
      gives: answersGiven(sentence.text),
    };
  });
  return {
    article,
    title: new Set(readTerms(article.title).map(({ key }) => key)),
    // The id is the shop's own short title: "dead-pixels".
    titled: new Set(wordKeys(`${article.title} ${article.id.replace(/[-_.]/g, ' ')}`)),
    worded: sentences.map(
      ({ text, headings, keys }) =>
        new Set([
          ...wordKeys([...headings, text].join(' ')),
          ...[...keys].filter((key) => /^=\p{Script=Han}/u.test(key)),
        ]),
    ),
    sentences,
    keys: new Set(sentences.flatMap(({ keys, underHeadings }) => [...keys, ...underHeadings])),
  };
}

interface Versions {
  articles: ReadArticle[];
  words: ReturnType<typeof createWordIndex>;
  /** In how many articles a term is. */
  spread: Map<string, number>;
}

/** One version of each article: in the language where that one is there and not outdated. */
function versionsFor(read: readonly ReadArticle[], language: Language): Versions {
  const best = new Map<string, ReadArticle>();
  const rank = ({ article }: ReadArticle) =>
    (article.outdated ? 2 : 0) + (article.language === language ? 0 : 1);
  for (const each of read) {
    const other = best.get(each.article.id);
    if (!other || rank(each) < rank(other)) best.set(each.article.id, each);
  }
  const articles = [...best.values()];
  const spread = new Map<string, number>();
  for (const { keys, title } of articles)
    for (const key of new Set([...keys, ...title])) spread.set(key, (spread.get(key) ?? 0) + 1);
  const words = createWordIndex(articles.map(({ titled, worded }) => ({ titled, sentences: worded })));
  return { articles, spread, words };
}

interface Asked {
  terms: Term[];
  kinds: AnswerKind[];
  numbers: Set<string>;
  /** What the question's other clauses speak of besides: helps to choose sentences, and costs nothing. */
  beside: Term[];
  /** The question's words one by one, where the article was found by them. */
  words?: ReadonlySet<string>;
  /** Topics of the question's other clauses: an article that has none of them answers beside the point. */
  elsewhere: Term[];
}

function answerFrom(
  versions: Versions,
  { question, language, products = [], topic }: ArticleQuestion,
  correct: (stem: string) => string,
): ArticleAnswer | undefined {
  const hints = new Set(topic ? (hinted[topic] ?? []) : []);
  const open = versions.articles.filter(
    ({ article }) =>
      !article.products || products.length === 0 || article.products.some((slug) => products.includes(slug)),
  );
  // What another language says is for where this one says nothing; and words alone tell only articles of one apart.
  const ofLanguage = open.filter(({ article }) => article.language === language);
  const kinds = answersAsked(question);
  const [whole, ...clauses] = partsOf(question).map((part) => askedOf(readTerms(part, correct)));
  if (!whole) return undefined;
  const best = byTopics(versions, [ofLanguage, open], [whole, ...clauses], kinds, hints);
  const isOpenTo = ({ article: { id } }: ArticleAnswer) =>
    hasFocus(
      open.find(({ article }) => article.id === id),
      question,
      correct,
    );
  const isFound = best !== undefined && best.confidence >= enough;
  if (best && best.confidence >= clearly) return isOpenTo(best) ? best : undefined;
  const worded = byWords(
    versions,
    ofLanguage,
    question,
    { ...whole, kinds, elsewhere: [], beside: [] },
    correct,
  );
  return worded ?? (isFound && best && isOpenTo(best) ? best : undefined);
}

/** By the question as a whole, then by each clause that asks; the articles of the question's language first. */
function byTopics(
  versions: Versions,
  [ofLanguage, open]: readonly [ReadArticle[], ReadArticle[]],
  parts: readonly Omit<Asked, 'kinds' | 'elsewhere' | 'beside'>[],
  kinds: AnswerKind[],
  hints: ReadonlySet<string>,
): ArticleAnswer | undefined {
  const [whole] = parts;
  let best: ArticleAnswer | undefined;
  for (const asked of parts) {
    const beside = (whole?.terms ?? []).filter(({ key }) => !asked.terms.some((term) => term.key === key));
    const elsewhere = beside.filter(({ kind }) => kind === 'topic');
    const hunt = { ...asked, kinds, elsewhere, beside };
    const own = bestAnswer({ ...versions, articles: ofLanguage }, hunt, hints);
    const found =
      own && own.confidence >= enough ? own : bestAnswer({ ...versions, articles: open }, hunt, hints);
    const confidence = (found?.confidence ?? 0) * (asked === whole ? 1 : 0.95);
    if (found && (!best || confidence > best.confidence)) best = { ...found, confidence };
  }
  return best;
}

/** What is asked after: "do you serve vegan sausages", "is there a creche". */
const askedAfter =
  /\b(?:do|can|could|will|would) (?:you|u|i) (?:guys |also |ever |still )?(?:serve|sell|stock|offer|give|run|provide|make|rent|lend|teach|print|repair|clean) (?:me |us |an? |any |out )?([\p{L}' -]{3,40})|\b(?:is|are) there (?:an? |any )?([\p{L}' -]{3,40})/iu;

/** Whether an article has anything of the very thing that is asked after, where one is. */
function hasFocus(
  read: ReadArticle | undefined,
  question: string,
  correct: (stem: string) => string,
): boolean {
  const match = askedAfter.exec(question.slice(0, 300));
  const said =
    (match?.[1] ?? match?.[2] ?? '').split(/\b(?:in|at|on|for|to|with|if|when|from|and|near)\b/iu)[0] ?? '';
  const keys = wordKeys(said, correct);
  if (!read || keys.length === 0) return true;
  const terms = readTerms(said, correct).filter(({ kind }) => kind !== 'plain');
  return (
    keys.some((key) => read.titled.has(key) || read.worded.some((words) => words.has(key))) ||
    terms.some(({ key }) => read.title.has(key) || read.keys.has(key))
  );
}

/** Below these the likeliest article by its words is not taken: the fewer words are shared, the more of them it must have. */
const likely = [Number.POSITIVE_INFINITY, 0.75, 0.45, 0.36];
/** What it must have where it has nothing of a topic that is asked for. */
const likelyStill = 0.75;
/** How much likelier than the next one it must be. */
const ahead = 1.3;
const likelyEnough = ({ share, next, matched }: Likely): boolean =>
  share >= (likely[Math.min(matched, likely.length - 1)] ?? 1) && share >= next * ahead;

/** The article that has most of a question's words, where they are telling and no other has nearly as many. */
function byWords(
  { articles, words }: Versions,
  open: readonly ReadArticle[],
  question: string,
  asked: Asked,
  correct: (stem: string) => string,
): ArticleAnswer | undefined {
  const isOpen = new Set(open);
  const found = words.likeliest(wordKeys(question.slice(0, 1000), correct), (at) =>
    isOpen.has(articles[at] as ReadArticle),
  );
  const read = found && articles[found.at];
  if (!read || !likelyEnough(found)) return undefined;
  const lacks = asked.terms.some(
    ({ key, kind }) => (kind === 'topic' || kind === 'who') && !read.keys.has(key) && !read.title.has(key),
  );
  if (lacks && found.share < likelyStill) return undefined;
  const chosen = choose(read, { ...asked, words: new Set(wordKeys(question.slice(0, 1000), correct)) });
  if (!chosen) return undefined;
  const { id, title, language, url } = read.article;
  return {
    article: { id, title, language, ...(url !== undefined && { url }) },
    passage: chosen.map(({ text }) => text),
    confidence: Math.min(1, enough + (found.share - 0.4) / 2),
  };
}

/** What stands for a place that the lexicon does not know: "a showroom in Poole". */
const placeBefore = new Set(['in', 'near', 'to', 'around', 'at']);
const placed = new Set(['store', 'hours', 'delivery', 'pickup']);

function askedOf(read: readonly Term[]): Omit<Asked, 'kinds' | 'elsewhere' | 'beside'> {
  const terms = [...new Map(read.map((term) => [term.key, term])).values()];
  const mayBePlaced = terms.some(({ key }) => placed.has(key));
  return {
    terms: terms
      .filter(({ kind }) => kind !== 'number')
      .map((term) =>
        mayBePlaced && term.kind === 'word' && placeBefore.has(term.before ?? '')
          ? { ...term, kind: 'country' as const }
          : term,
      ),
    numbers: new Set(terms.filter(({ kind }) => kind === 'number').map(({ key }) => key)),
  };
}

/** The question as a whole, then each clause that asks by itself. */
function partsOf(question: string): string[] {
  const clauses = question
    .slice(0, 1000)
    .split(/[,.;?!，。；？！]|\b(?:and|but|because|since|so|if|cos|cause)\b/iu)
    .map((clause) => clause.trim())
    .filter((clause) => asks.test(clause));
  return [question.slice(0, 1000), ...(clauses.length > 0 ? clauses : [])];
}

const asks =
  /^\s{0,3}(?:(?:hi|hello|hey|please|um|uh|well|ok|okay|so|just|quick question|tell me|i was wondering|i wonder|i'?d like to know)\s{1,3}){0,3}(?:what|how|when|where|which|who|why|can|could|do|does|did|is|are|will|would|may|should|am i|have you|has|any)\b|[吗呢么]|多[少久长快]|什么|怎么|哪|几[天点个]|能不能|可以|可不可以|有没有/iu;

function bestAnswer(
  { articles, spread }: Versions,
  asked: Asked,
  hints: ReadonlySet<string>,
): ArticleAnswer | undefined {
  if (!asked.terms.some(decides)) return undefined;
  const size = Math.max(articles.length, 8);
  const rarity = (key: string) => {
    const share = (spread.get(key) ?? 0) / size;
    return share === 0 ? 1 : Math.min(1, 0.5 - 0.5 * (Math.log(share) / Math.log(size)));
  };
  const candidates = articles
    .map((read) => ({ read, shared: sharedWeight(read, asked, rarity) }))
    .filter(({ shared }) => shared > 0)
    .sort((one, other) => other.shared - one.shared)
    .slice(0, mostCandidates);
  let best: { answer: ArticleAnswer; rank: number } | undefined;
  for (const { read } of candidates) {
    const chosen = choose(read, asked);
    if (!chosen) continue;
    const confidence = confidenceOf(read, chosen, asked, rarity);
    const titled = asked.terms.some(({ key, kind }) => kind !== 'plain' && read.title.has(key)) ? 0.1 : 0;
    const rank = confidence + titled + ([...hints].some((key) => read.title.has(key)) ? 0.1 : 0);
    if (confidence === 0 || (best && rank <= best.rank)) continue;
    const { id, title, language, url } = read.article;
    best = {
      answer: {
        article: { id, title, language, ...(url !== undefined && { url }) },
        passage: chosen.map(({ text }) => text),
        confidence,
      },
      rank,
    };
  }
  return best?.answer;
}

/** The share of what a question hangs on that the chosen sentences have; less where they give no answer of its kind. */
function confidenceOf(
  read: ReadArticle,
  chosen: readonly ReadSentence[],
  { terms, kinds, elsewhere }: Asked,
  rarity: (key: string) => number,
): number {
  const covered = new Map(terms.map((term) => [term, coverage(term, read, chosen, rarity)]));
  if (!terms.some((term) => decides(term) && (covered.get(term) ?? 0) > 0)) return 0;
  const isSale = terms.some(({ key }) => key === 'sell');
  const hasTopic = terms.some(
    ({ kind, key }) =>
      kind === 'topic' &&
      (isSale ? read.title.has(key) : coverage({ kind, key }, read, chosen, rarity) >= 0.6),
  );
  const words = terms.filter(({ kind }) => kind === 'word').length;
  const word = Math.min(hasTopic ? 0.3 : 0.8, (hasTopic ? 0.6 : 1.6) / Math.max(words, 1));
  let [all, found] = [0, 0];
  for (const term of terms) {
    const weight = term.kind === 'word' ? word : weights[term.kind];
    all += weight;
    found += weight * (covered.get(term) ?? 0);
  }
  for (const term of elsewhere) {
    all += 0.5;
    found += 0.5 * coverage(term, read, chosen, rarity);
  }
  const gives =
    kinds.length === 0 || chosen.some((sentence) => kinds.some((kind) => sentence.gives.has(kind)));
  return all === 0 ? 0 : Math.min(1, found / all) * (gives ? 1 : 0.85) * (isSale && !hasTopic ? 0.6 : 1);
}

/** Whether a question can hang on it: goods and countries alone ask nothing that an article answers. */
const decides = ({ kind }: Term) =>
  kind !== 'thing' && kind !== 'country' && kind !== 'plain' && kind !== 'number';

const sharedWeight = ({ title, keys }: ReadArticle, { terms }: Asked, rarity: (key: string) => number) =>
  terms.reduce((sum, { key, kind }) => {
    const found = (title.has(key) ? 1.5 : 0) + (keys.has(key) ? 1 : 0);
    return sum + found * Math.max(weights[kind], 0.05) * rarity(key);
  }, 0);

/** How much of a term the chosen sentences have: a topic that many articles touch counts less where it is no title. */
function coverage(
  term: Term,
  read: ReadArticle,
  chosen: readonly ReadSentence[],
  rarity: (key: string) => number,
) {
  // a price is said without the word for it
  if (term.key === 'cost' && chosen.some(({ gives }) => gives.has('cost'))) return 1;
  if (read.title.has(term.key)) return 1;
  const said = chosen.some(({ keys, underHeadings }) => keys.has(term.key) || underHeadings.has(term.key));
  if (said) return term.kind === 'topic' ? rarity(term.key) : 1;
  return read.keys.has(term.key) ? 0.4 : 0;
}

/** The sentences of an article that answer, in its order: the best, those that say what it leaves open, and what it leans on. */
function choose(read: ReadArticle, asked: Asked): ReadSentence[] | undefined {
  const terms = [...asked.terms, ...asked.beside].filter(({ kind }) => kind !== 'plain');
  const particular = terms.filter(({ key }) => !read.title.has(key) && read.keys.has(key));
  const wish: Wanted = { terms, asked, isGeneral: particular.length === 0 };
  const { words } = asked;
  const shared = (at: number) =>
    words ? [...words].filter((word) => !read.titled.has(word) && read.worded[at]?.has(word)).length : 0;
  const scored = read.sentences.map((sentence, at) => ({
    at,
    score: scoreOf(sentence, at, read, wish) + 0.5 * shared(at),
  }));
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (one, other) => (one && one.score >= other.score ? one : other),
    undefined,
  );
  if (!best) return undefined;
  const chosen = new Set<number>();
  const take = (at: number) => {
    for (let from = at; from >= 0; from--) {
      chosen.add(from);
      if (!read.sentences[from]?.leansOn) break;
    }
    // a question in the text is answered by what follows it
    if (/[?？]$/u.test(read.sentences[at]?.text ?? '') && at + 1 < read.sentences.length) chosen.add(at + 1);
  };
  take(best.at);
  const has = (key: string) =>
    [...chosen].some((at) => read.sentences[at]?.keys.has(key) || read.sentences[at]?.underHeadings.has(key));
  for (const { key, kind } of asked.terms) {
    if (chosen.size >= mostSentences) break;
    if (weights[kind] < weights.common || has(key) || read.title.has(key)) continue;
    const more = scored
      .filter(({ at }) => read.sentences[at]?.keys.has(key))
      .sort((one, other) => other.score - one.score)[0];
    if (more) take(more.at);
  }
  // Found by single words, two sentences are safer than one.
  const second = words && [...scored].sort((one, other) => other.score - one.score)[1];
  if (second && chosen.size === 1) take(second.at);
  return shortened(read, chosen, best.at);
}

/** At most three sentences, and no more than is said in one breath: the best one always, in the article's order. */
function shortened(read: ReadArticle, chosen: ReadonlySet<number>, best: number): ReadSentence[] {
  const kept: ReadSentence[] = [];
  let length = read.sentences[best]?.text.length ?? 0;
  for (const at of [...chosen].sort((one, other) => one - other)) {
    const sentence = read.sentences[at];
    if (!sentence) continue;
    if (at !== best) {
      length += sentence.text.length;
      const room = at < best ? mostSentences - 1 : mostSentences;
      if (kept.length >= room || length > longestPassage) continue;
    }
    kept.push(sentence);
  }
  return kept;
}

interface Wanted {
  terms: Term[];
  asked: Asked;
  /** The article has nothing particular of the question: its first sentence says what it is about. */
  isGeneral: boolean;
}

/** How much more a term tells about which sentence is meant than about which article. */
const telling: Partial<Record<Term['kind'], number>> = { thing: 0.7, country: 0.7, common: 0.6, aspect: 0.7 };

function scoreOf(
  sentence: ReadSentence,
  at: number,
  read: ReadArticle,
  { terms, asked, isGeneral }: Wanted,
): number {
  let score = at === 0 ? (isGeneral ? 0.35 : 0.1) : -Math.min(0.2, at * 0.02);
  for (const { key, kind } of terms) {
    if (key === 'cost') continue;
    const weight = telling[kind] ?? weights[kind];
    if (sentence.keys.has(key)) score += read.title.has(key) ? weight * 0.4 : weight;
    else if (sentence.underHeadings.has(key)) score += weight * 0.6;
  }
  for (const number of asked.numbers) if (sentence.keys.has(number)) score += 0.2;
  if (asked.kinds.some((kind) => sentence.gives.has(kind))) score += 0.5;
  return isGeneral && at === 0 ? score : score - besideThePoint(sentence, read, terms);
}

/** What a sentence loses for speaking of other goods, days, people and topics than the question. */
function besideThePoint(sentence: ReadSentence, read: ReadArticle, terms: readonly Term[]): number {
  const wanted = new Set(terms.map(({ key }) => key));
  const isDated = terms.some(({ kind, key }) => kind === 'when' && sentence.keys.has(key));
  const beside = new Map(
    sentence.terms.filter(({ key }) => !wanted.has(key)).map((term) => [term.key, term]),
  );
  const besideOf = (...kinds: Term['kind'][]) =>
    [...beside.values()].filter(({ key, kind }) => kinds.includes(kind) && !read.title.has(key)).length;
  const others = Math.min(0.45, 0.15 * (besideOf('thing', 'who') + (isDated ? 0 : besideOf('when'))));
  return others + Math.min(0.1, 0.03 * besideOf('topic', 'aspect'));
}
