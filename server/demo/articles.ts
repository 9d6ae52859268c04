import type { Article } from '#protocol';
import { readArticleFolder } from '../articles/index.ts';
import { fromRoot } from '../paths.ts';

/** What the demo shop says about itself, in both languages. */
export async function demoArticles(): Promise<Article[]> {
  const { articles, problems } = await readArticleFolder(fromRoot('server', 'demo', 'articles'));
  const [wrong] = problems;
  if (wrong) throw new Error(`The demo shop's article ${wrong.file}: ${wrong.problem}.`);
  return articles;
}
