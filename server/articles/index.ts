export type { ArticleAnswer, ArticleName, ArticleQuestion, Articles } from './contract.ts';
export { createArticles, saveArticles } from './create-articles.ts';
export { type ArticleDeskRoutesOptions, articleDeskRoutes } from './desk-routes.ts';
export { adoptFileArticles, type FileProblem, readArticleFolder, takeArticleFolder } from './folder.ts';
export { type ArticleRoutesOptions, articleRoutes } from './routes.ts';
