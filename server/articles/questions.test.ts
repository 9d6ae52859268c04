import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Article, StoredArticle } from '#protocol';
import { fromRoot } from '../paths.ts';
import { indexArticles } from './article-index.ts';
import { readArticleFolder } from './folder.ts';

interface Written {
  /** Undefined where no article answers. */
  article: string | undefined;
  has: string;
  question: string;
  keptAway: boolean;
}

const linesOf = (file: string) =>
  readFileSync(fromRoot('server', 'articles', 'testing', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

const stored = (article: Article): StoredArticle => ({
  ...article,
  origin: 'written',
  outdated: false,
  updatedAt: '2031-03-01T09:00:00.000Z',
});

const written = (fields: readonly string[], keptAway: boolean): Written => {
  const [article = '-', has = '', question = ''] = fields;
  return { article: article === '-' ? undefined : article, has, question, keptAway };
};

const furniture = linesOf('questions.txt').map((line) => {
  const [kind = '', ...fields] = line.split(' | ');
  return written(fields, kind.endsWith('*'));
});
const outfitter = linesOf('outfitter.txt');
/** Shops of other kinds: their articles, and questions in words that are not the articles’. */
const others = ['electronics.txt', 'garden.txt', 'chinese.txt'];

const languageOf = (text: string) => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en');
const isQuestion = (line: string) => line.startsWith('?');

function indexOf(lines: readonly string[]) {
  return indexArticles(
    lines
      .filter((line) => !isQuestion(line))
      .map((line) => {
        const [id = '', title = '', body = ''] = line.split(' | ');
        return stored({ id, title, body, language: languageOf(body) });
      }),
  );
}

async function measure() {
  const shop = indexArticles(
    (await readArticleFolder(fromRoot('server', 'demo', 'articles'))).articles.map(stored),
  );
  const other = indexOf(outfitter);
  const asked = [
    ...furniture.map((each) => ({ ...each, index: shop })),
    ...outfitter
      .filter(isQuestion)
      .map((line) => ({ ...written(line.slice(2).split(' | '), true), index: other })),
  ];
  return asked.map(({ index, article, has, question, keptAway }) => {
    const answer = index.answer({ question, language: /\p{Script=Han}/u.test(question) ? 'zh' : 'en' });
    const isRight =
      answer?.article.id === article && (answer?.passage.join(' ') ?? '').includes(article ? has : '');
    return { question, article, keptAway, answered: answer !== undefined, isRight };
  });
}

const share = (all: readonly boolean[]) => all.filter(Boolean).length / all.length;
const results = await measure();

it('answers questions in other words than the articles’', () => {
  const answerable = results.filter(({ article, keptAway }) => article !== undefined && !keptAway);
  expect(answerable.length).toBeGreaterThan(90);
  expect(share(answerable.map(({ isRight }) => isRight))).toBeGreaterThanOrEqual(0.92);
});

it('answers most questions of kinds, and of a shop, that it was not made for', () => {
  const answerable = results.filter(({ article, keptAway }) => article !== undefined && keptAway);
  expect(answerable.length).toBeGreaterThan(60);
  expect(share(answerable.map(({ isRight }) => isRight))).toBeGreaterThanOrEqual(0.83);
});

it('finds the article in shops of other kinds more often than not, and seldom a wrong one', () => {
  const asked = others.flatMap((file) => {
    const lines = linesOf(file);
    const index = indexOf(lines);
    return lines.filter(isQuestion).map((line) => {
      const { article, question } = written(line.slice(2).split(' | '), true);
      return { article, found: index.answer({ question, language: languageOf(question) })?.article.id };
    });
  });
  const answerable = asked.filter(({ article }) => article !== undefined);
  expect(answerable.length).toBeGreaterThan(70);
  expect(share(answerable.map(({ article, found }) => article === found))).toBeGreaterThanOrEqual(0.5);
  const wrong = asked.map(({ article, found }) => found !== undefined && found !== article);
  expect(share(wrong)).toBeLessThanOrEqual(0.1);
});

it('does not answer what no article says', () => {
  const unanswerable = results.filter(({ article }) => article === undefined);
  expect(unanswerable.length).toBeGreaterThan(45);
  expect(share(unanswerable.map(({ answered }) => answered))).toBeLessThanOrEqual(0.05);
});

it('answers within 5 ms where a shop has 500 articles', async () => {
  const { articles } = await readArticleFolder(fromRoot('server', 'demo', 'articles'));
  const many = Array.from({ length: 500 }, (_, at) => {
    const article = articles[at % articles.length] as Article;
    return stored({ ...article, id: `${article.id}-${at}` });
  });
  const index = indexArticles(many);
  const times = furniture.map(({ question }) => {
    const from = performance.now();
    index.answer({ question, language: 'en' });
    return performance.now() - from;
  });
  times.sort((one, other) => one - other);
  expect(times[Math.floor(times.length / 2)]).toBeLessThan(5);
});
