import Type, { type Static } from 'typebox';
import { Intent } from './intent.ts';
import { Language } from './language.ts';
import { Moment } from './order.ts';

const Slug = Type.String({ pattern: '^[a-z0-9-]+$', maxLength: 100 });

/** Lower-case words joined by hyphens: "returns", "opening-hours". */
export const ArticleId = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 80 });

/** A text in which the shop says how it does something. The same id in another language is the same article. */
export const Article = Type.Object({
  id: ArticleId,
  title: Type.String({ minLength: 1, maxLength: 160, pattern: '^[^\\u0000-\\u001f]+$' }),
  /** Markdown. HTML in it is shown as text. */
  body: Type.String({ minLength: 1, maxLength: 50_000, pattern: '^[^\\u0000]+$' }),
  language: Language,
  /** Where the shop's own site has it: `https://…`. */
  url: Type.Optional(Type.String({ pattern: '^https?://[^\\s]+$', maxLength: 500 })),
  /** Slugs of the products that it is about; of all where absent. */
  products: Type.Optional(Type.Array(Slug, { maxItems: 100 })),
});
export type Article = Static<typeof Article>;

export const StoredArticle = Type.Object({
  ...Article.properties,
  updatedAt: Moment,
  /** A file of `HEXKEY_ARTICLES`, or what the shop's back end or its staff wrote. */
  origin: Type.Enum(['file', 'written']),
  /** A newer text of the same article in the other language has other numbers: this one is not quoted any more. */
  outdated: Type.Boolean(),
});
export type StoredArticle = Static<typeof StoredArticle>;

/** What a card shows of an article: where a reply's sentences come from. */
export const ArticleBrief = Type.Object({
  id: ArticleId,
  title: Type.String(),
  language: Language,
  /** The shop's own page of it; Hexkey's `/article/<id>` shows it where there is none. */
  url: Type.Optional(Type.String()),
});
export type ArticleBrief = Static<typeof ArticleBrief>;

/** Questions alike that were asked and not answered. */
export const Gap = Type.Object({
  id: Type.Integer(),
  /** The question that stands for the others. */
  question: Type.String(),
  language: Language,
  count: Type.Integer({ minimum: 1 }),
  /** How it was put, newest first, at most five; personal data is struck out. */
  examples: Type.Array(Type.String()),
  /** What the questions were taken for, where it was the same for most. */
  intent: Type.Optional(Intent),
  firstAskedAt: Moment,
  lastAskedAt: Moment,
});
export type Gap = Static<typeof Gap>;

/** A wording and what it asks for, taught by staff. */
export const Lesson = Type.Object({
  wording: Type.String({ minLength: 2, maxLength: 300, pattern: '^[^\\u0000-\\u001f]+$' }),
  intent: Intent,
  language: Language,
});
export type Lesson = Static<typeof Lesson>;

/** Staff: GET → `StoredArticle[]`; supervisors: PUT `Article` → `StoredArticle`, DELETE `/:id?language=`. */
export const articleDeskPath = '/v1/desk/articles';
/** Supervisors: GET → `Gap[]`; DELETE `/:id` takes one off the list; POST `/lessons` a `Lesson`. */
export const gapDeskPath = '/v1/desk/gaps';
