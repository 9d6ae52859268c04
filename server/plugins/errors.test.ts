import Fastify from 'fastify';
import Type from 'typebox';
import { expect, test } from 'vitest';
import { errors } from './errors.ts';

const Order = Type.Object({
  number: Type.String({ maxLength: 12 }),
  state: Type.Union([Type.Literal('packed'), Type.Literal('delivered')]),
  lines: Type.Array(Type.Object({ sku: Type.String(), quantity: Type.Integer({ minimum: 1 }) })),
});

test('a body with several faults is answered with all of them, by path and with the values that are allowed', async () => {
  const app = Fastify();
  await app.register(errors, {});
  app.put('/orders', { schema: { body: Type.Array(Order) } }, async () => ({}));
  const order = { number: 'DE-2026-0001', state: 'lost', lines: [{ sku: 'LAMP', quantity: 0 }] };
  const response = await app.inject({ method: 'PUT', url: '/orders', payload: [order, { state: 'packed' }] });
  expect(response.json()).toEqual({
    code: 'bad_request',
    message:
      'body.0.state must be one of packed, delivered; body.0.lines.0.quantity must be >= 1; body.1 lacks number, lines.',
    retryable: false,
  });
});

test('a query with one wrong field names that one, and takes numbers as a query writes them', async () => {
  const app = Fastify();
  await app.register(errors, {});
  const query = Type.Object({ after: Type.Integer(), limit: Type.Integer({ maximum: 500 }) });
  app.get('/changes', { schema: { querystring: query } }, async () => ({}));
  const response = await app.inject({ method: 'GET', url: '/changes?after=17&limit=5000' });
  expect(response.json().message).toBe('querystring.limit must be <= 500.');
});
