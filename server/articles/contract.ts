import type { Article, ArticleBrief, Intent, Language, StoredArticle } from '#protocol';

export interface ArticleQuestion {
  /** The shopper's words, typed or heard. */
  question: string;
  /** Articles in this language go first; one in another language answers where there is none. */
  language: Language;
  /** Slugs of the products that the question is about: articles about other products alone are left out. */
  products?: readonly string[];
  /** What the question was understood as, where that is known. A hint: articles decide. */
  topic?: Intent;
}

export interface ArticleAnswer {
  article: ArticleBrief;
  /** The sentences that answer, word for word as the article has them and in its order: one to three. */
  passage: string[];
  /** 0-1. What is below the threshold of `answer` is not answered at all. */
  confidence: number;
}

/** Names one article in one language; in every language where none is given. */
export interface ArticleName {
  id: string;
  language?: Language;
}

export interface Articles {
  /** The sentences that answer a question; undefined where no article does. Reads the store's articles as they are now. */
  answer(question: ArticleQuestion): Promise<ArticleAnswer | undefined>;
  /** In the language asked for; in another where it is not there, or is outdated. */
  get(name: ArticleName): Promise<StoredArticle | undefined>;
  /** By title. */
  list(): Promise<StoredArticle[]>;
  /** Adds and replaces. Throws `conflict` where the shop would have too many, `bad_request` for one that is given twice. */
  save(articles: readonly Article[]): Promise<void>;
  /** Answers whether there was one. Throws `conflict` for one that comes from a file. */
  remove(name: ArticleName): Promise<boolean>;
}
