import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { Article, ArticleId, articleDeskPath, Language, StoredArticle } from '#protocol';
import { HexkeyError } from '../errors.ts';
import type { OwnPageRule, Staff } from '../staff/index.ts';
import type { Articles } from './contract.ts';

export interface ArticleDeskRoutesOptions {
  articles: Articles;
  staff: Pick<Staff, 'signedIn'>;
  requireOwnPage: OwnPageRule;
}

/** Everybody at the desk reads the articles; supervisors write them. */
export const articleDeskRoutes: FastifyPluginAsyncTypebox<ArticleDeskRoutesOptions> = async (
  app,
  { articles, staff, requireOwnPage },
) => {
  const shown = { tags: ['desk'], security: [{ staff: [] }] };
  app.addHook('onRequest', async (request) => {
    if (request.method !== 'GET') requireOwnPage(request);
    await staff.signedIn(request, request.method === 'GET' ? 'agent' : 'supervisor');
  });

  app.get(
    articleDeskPath,
    { schema: { ...shown, summary: 'All articles, by title', response: { 200: Type.Array(StoredArticle) } } },
    () => articles.list(),
  );

  app.put(
    articleDeskPath,
    {
      bodyLimit: 512 * 1024,
      schema: { ...shown, summary: 'Write an article', body: Article, response: { 200: StoredArticle } },
    },
    async ({ body }) => {
      const all = await articles.list();
      const before = all.find(({ id, language }) => id === body.id && language === body.language);
      if (before?.origin === 'file')
        throw new HexkeyError(
          'conflict',
          `The article ${body.id} comes from a file of HEXKEY_ARTICLES: change that, and start Hexkey again.`,
        );
      await articles.save([body]);
      const stored = (await articles.list()).find(
        ({ id, language }) => id === body.id && language === body.language,
      );
      if (!stored) throw new HexkeyError('conflict', 'Somebody deleted the article at the same moment.');
      return stored;
    },
  );

  app.delete(
    `${articleDeskPath}/:id`,
    {
      schema: {
        ...shown,
        summary: 'Delete an article in one language',
        params: Type.Object({ id: ArticleId }),
        querystring: Type.Object({ language: Language }),
        response: { 204: Type.Null() },
      },
    },
    async ({ params: { id }, query: { language } }, reply) => {
      if (!(await articles.remove({ id, language })))
        throw new HexkeyError('not_found', 'There is no such article (any more).');
      return reply.code(204).send(null);
    },
  );
};
