import { lexer, type Token, type Tokens } from 'marked';
import type { Language } from '#protocol';

/** One sentence of an article as it is said: without marks, otherwise word for word. */
export interface Sentence {
  text: string;
  /** The headings above it, the nearest last. */
  headings: string[];
  /** Speaks on from the sentence before it in the same paragraph: "It has to be empty." */
  leansOn: boolean;
}

/** Longer lists are read item by item. */
const longestList = 240;
const longestItem = 80;

/** The sentences of a Markdown text, in order. A short list is one sentence with the line that leads to it. */
export function sentencesOf(body: string, language: Language): Sentence[] {
  const reading = new Reading(language);
  reading.blocks(lexer(body));
  return reading.found;
}

class Reading {
  readonly found: Sentence[] = [];
  private readonly language: Language;
  private readonly headings: { depth: number; text: string }[] = [];
  /** A line that ends in a colon and waits for the list below it. */
  private lead: string | undefined;

  constructor(language: Language) {
    this.language = language;
  }

  blocks(tokens: readonly Token[]): void {
    for (const token of tokens) this.block(token);
    this.endLead();
  }

  private block(token: Token): void {
    if (token.type === 'space' || token.type === 'hr' || token.type === 'def') return;
    if (token.type === 'list') {
      this.list((token as Tokens.List).items.map((item) => plain(item)));
      return;
    }
    this.endLead();
    if (token.type === 'heading') this.heading(token as Tokens.Heading);
    else if (token.type === 'blockquote') this.blocks((token as Tokens.Blockquote).tokens);
    else if (token.type === 'table') this.table(token as Tokens.Table);
    else this.paragraph(plain(token));
  }

  private list(items: readonly string[]): void {
    const zh = this.language === 'zh';
    const list = items.join(zh ? '、' : ', ');
    const isShort = list.length <= longestList && items.every((item) => item.length <= longestItem);
    if (this.lead !== undefined && isShort) {
      const end = /[.!?。！？]$/u.test(list) ? '' : zh ? '。' : '.';
      this.add(`${this.lead}${zh ? '' : ' '}${list}${end}`);
      this.lead = undefined;
      return;
    }
    this.endLead();
    for (const item of items) this.add(item);
  }

  private heading(token: Tokens.Heading): void {
    while ((this.headings.at(-1)?.depth ?? 0) >= token.depth) this.headings.pop();
    this.headings.push({ depth: token.depth, text: plain(token) });
  }

  private table({ header, rows }: Tokens.Table): void {
    for (const row of rows)
      this.add(row.map((cell, at) => [header[at]?.text, cell.text].filter(Boolean).join(': ')).join('; '));
  }

  private paragraph(text: string): void {
    const parts = split(text, this.language);
    const last = parts.at(-1);
    if (!last || !/[:：]$/u.test(last)) {
      this.add(text);
      return;
    }
    this.add(parts.slice(0, -1).join(' '));
    this.lead = last;
  }

  private endLead(): void {
    if (this.lead !== undefined) this.add(this.lead);
    this.lead = undefined;
  }

  private add(text: string): void {
    for (const [at, part] of split(text, this.language).entries())
      this.found.push({
        text: part,
        headings: this.headings.map((heading) => heading.text),
        leansOn: at > 0 && leaning.test(part),
      });
  }
}

/** How a sentence begins that is not understood alone. */
const leaning =
  /^(?:it|they|this|that|these|those|he|she|both|each|then|there|otherwise|however|but|and|or|so|also|if so|if not|in that case|after that|for this|for that|for them|for it|its|their)\b|^(?:这|那|它|其|否则|但|不过|然后|此外|另外|如果不|也)/iu;

/** A token's words without its marks. */
function plain(token: Token): string {
  if (token.type === 'br') return ' ';
  if (token.type === 'image') return '';
  if ('tokens' in token && token.tokens) return joined(token.tokens);
  if ('text' in token && typeof token.text === 'string') return unescaped(token.text);
  return 'raw' in token ? token.raw : '';
}

const joined = (tokens: readonly Token[]) => tokens.map(plain).join('').replace(/\s+/gu, ' ').trim();

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const unescaped = (text: string) =>
  text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);

const segmenters = {
  en: new Intl.Segmenter('en', { granularity: 'sentence' }),
  zh: new Intl.Segmenter('zh', { granularity: 'sentence' }),
};

/** What ends no sentence: "approx. 30 days", "e.g. sofas". */
const abbreviation =
  /(?:^|[\s(])(?:e\.g|i\.e|approx|etc|incl|excl|max|min|no|nos|st|mr|mrs|ms|dr|vs|tel|fig|ca)\.$/iu;

function split(text: string, language: Language): string[] {
  const parts: string[] = [];
  for (const { segment } of segmenters[language].segment(text.replace(/\s+/gu, ' ').trim())) {
    const before = parts.at(-1);
    if (before !== undefined && abbreviation.test(before.trimEnd()))
      parts[parts.length - 1] = before + segment;
    else parts.push(segment);
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}
