import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIdentity } from '../identity/index.ts';
import { errors } from '../plugins/errors.ts';
import { engines, type FreshStore, freshStore } from '../store/testing/fresh-store.ts';
import { type Articles, articleRoutes, createArticles } from './index.ts';

const shopKey = 'k'.repeat(40);
const hours = {
  id: 'hours',
  title: 'Opening hours',
  language: 'en',
  body: 'We are open from Monday to Friday, 9:00 to 18:00.\n\nOn Saturday we close at 13:00.',
};

describe.each(engines)('articles on %s', (engine) => {
  let store: FreshStore;
  let app: FastifyInstance;
  let articles: Articles;
  let now = new Date('2031-03-01T09:00:00Z');

  beforeAll(async () => {
    store = await freshStore(engine);
    articles = createArticles(store, { now: () => now });
    app = Fastify();
    await app.register(errors, {});
    await app.register(articleRoutes, {
      articles,
      identity: createIdentity({ ...store.settings, HEXKEY_SHOP_KEY: shopKey }),
    });
  });
  afterAll(async () => {
    await app.close();
    await store.close();
  });

  async function ask(method: 'GET' | 'PUT' | 'DELETE', url: string, body?: object, key = shopKey) {
    const headers = { authorization: `Bearer ${key}` };
    const response = await app.inject({ method, url, headers, ...(body && { payload: body }) });
    return { status: response.statusCode, body: response.body === '' ? undefined : response.json() };
  }
  const question = { question: 'when do you close on saturdays?', language: 'en' } as const;

  it('answer nothing where there are none', async () => {
    expect(await articles.answer(question)).toBeUndefined();
    expect((await ask('GET', '/v1/shop/articles')).body).toEqual([]);
  });

  it('answer from the moment they are put', async () => {
    expect(await ask('PUT', '/v1/shop/articles', [hours])).toEqual({ status: 200, body: { saved: 1 } });
    expect(await articles.answer(question)).toMatchObject({
      article: { id: 'hours', title: 'Opening hours', language: 'en' },
      passage: ['On Saturday we close at 13:00.'],
    });
  });

  it('are open for everyone to read, one by one', async () => {
    const response = await app.inject('/v1/articles/hours');
    expect(response.json()).toEqual({
      ...hours,
      origin: 'written',
      outdated: false,
      updatedAt: '2031-03-01T09:00:00.000Z',
    });
    expect((await app.inject('/v1/articles/parking')).statusCode).toBe(404);
  });

  it('answer with what they say now when they are put again', async () => {
    await ask('PUT', '/v1/shop/articles', [{ ...hours, body: 'On Saturday we close at 15:00.' }]);
    expect((await articles.answer(question))?.passage).toEqual(['On Saturday we close at 15:00.']);
  });

  it('quote a translation until a newer text in the other language has other numbers', async () => {
    const chinese = { id: 'hours', title: '营业时间', language: 'zh', body: '周六15点关门。' };
    await ask('PUT', '/v1/shop/articles', [chinese]);
    const asked = { question: '周六几点关门', language: 'zh' } as const;
    expect((await articles.answer(asked))?.passage).toEqual(['周六15点关门。']);

    now = new Date('2031-03-02T09:00:00Z');
    await ask('PUT', '/v1/shop/articles', [{ ...hours, body: 'On Saturday we close at 16:00.' }]);
    expect((await articles.answer(asked))?.passage).toEqual(['On Saturday we close at 16:00.']);
    expect((await app.inject('/v1/articles/hours?language=zh')).json()).toMatchObject({ language: 'en' });
  });

  it('answer no more once they are deleted, in one language or in all', async () => {
    expect((await ask('DELETE', '/v1/shop/articles/hours?language=zh')).status).toBe(204);
    expect((await ask('GET', '/v1/shop/articles')).body).toHaveLength(1);
    expect((await ask('DELETE', '/v1/shop/articles/hours')).status).toBe(204);
    expect((await ask('DELETE', '/v1/shop/articles/hours')).status).toBe(404);
    expect(await articles.answer(question)).toBeUndefined();
  });

  it.each([
    ['a script as its address', { ...hours, url: 'javascript:alert(1)' }],
    ['an id with a space', { ...hours, id: 'opening hours' }],
    ['no text', { ...hours, body: '' }],
    ['another language', { ...hours, language: 'tlh' }],
  ])('are refused with %s', async (_what, article) => {
    expect((await ask('PUT', '/v1/shop/articles', [article])).status).toBe(400);
  });

  it('are refused when one is given twice', async () => {
    expect((await ask('PUT', '/v1/shop/articles', [hours, hours])).body.message).toBe(
      'The article hours in en is given twice.',
    );
  });

  it('are for the shop alone to change', async () => {
    expect((await ask('PUT', '/v1/shop/articles', [hours], 'x'.repeat(40))).status).toBe(403);
  });
});
