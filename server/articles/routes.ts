import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { Article, ArticleId, Language, StoredArticle } from '#protocol';
import { HexkeyError } from '../errors.ts';
import type { Identity } from '../identity/index.ts';
import type { Articles } from './contract.ts';

export interface ArticleRoutesOptions {
  articles: Articles;
  identity: Pick<Identity, 'requireShop'>;
}

const Params = Type.Object({ id: ArticleId });
const InLanguage = Type.Object({ language: Type.Optional(Language) });

/** What the shop says about itself: open for everyone to read, kept up to date with the shop's key. */
export const articleRoutes: FastifyPluginAsyncTypebox<ArticleRoutesOptions> = async (
  app,
  { articles, identity },
) => {
  const shop = { tags: ['shop'], security: [{ shop: [] }] };
  const onRequest = identity.requireShop;

  app.get(
    '/v1/articles/:id',
    {
      schema: {
        tags: ['articles'],
        summary: 'One article, in the language asked for where the shop has it',
        params: Params,
        querystring: InLanguage,
        response: { 200: StoredArticle },
      },
    },
    async ({ params: { id }, query: { language } }) => {
      const article = await articles.get({ id, ...(language && { language }) });
      if (!article) throw new HexkeyError('not_found', `The shop has no article ${id}.`);
      return article;
    },
  );

  app.get(
    '/v1/shop/articles',
    {
      onRequest,
      schema: { ...shop, summary: 'All articles, by title', response: { 200: Type.Array(StoredArticle) } },
    },
    () => articles.list(),
  );

  app.put(
    '/v1/shop/articles',
    {
      onRequest,
      bodyLimit: 8 * 1024 * 1024,
      schema: {
        ...shop,
        summary: 'Add or replace articles',
        description:
          'An article is named by its id and language: the same id in another language is its translation.',
        body: Type.Array(Article, { maxItems: 1000 }),
        response: { 200: Type.Object({ saved: Type.Integer() }) },
      },
    },
    async ({ body }) => {
      await articles.save(body);
      return { saved: body.length };
    },
  );

  app.delete(
    '/v1/shop/articles/:id',
    {
      onRequest,
      schema: {
        ...shop,
        summary: 'Delete an article, in one language or in all',
        params: Params,
        querystring: InLanguage,
        response: { 204: Type.Null() },
      },
    },
    async ({ params: { id }, query: { language } }, reply) => {
      if (!(await articles.remove({ id, ...(language && { language }) })))
        throw new HexkeyError(
          'not_found',
          `The shop has no article ${id}${language ? ` in ${language}` : ''}.`,
        );
      return reply.code(204).send(null);
    },
  );
};
