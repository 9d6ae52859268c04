import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from './app.ts';
import { readSettings } from './config.ts';
import { HexkeyError } from './errors.ts';

const shop = 'https://shop.example';
const metricsToken = 'prometheus-of-the-shop';
const lines: string[] = [];
let app: Awaited<ReturnType<typeof buildApp>>;
let data: string;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'hexkey-app-'));
  const client = join(data, 'client');
  await mkdir(join(client, 'assets'), { recursive: true });
  await mkdir(join(client, 'article'));
  await writeFile(join(client, 'article', 'index.html'), '<!doctype html><title>Nowhere</title>');
  await writeFile(join(client, 'index.html'), '<!doctype html><title>Hexkey</title>');
  await writeFile(join(client, 'assets', 'main-1a2b3c.js'), 'export {};');
  const settings = readSettings({
    HEXKEY_DATA: join(data, 'store'),
    HEXKEY_ORIGINS: `${shop}/, https://b.example`,
    HEXKEY_PICTURE_ORIGINS: 'https://cdn.example/',
    HEXKEY_PROXIES: '192.0.2.0/24, ::1',
    HEXKEY_METRICS_TOKEN: metricsToken,
    HEXKEY_MEDIA_PORT: '0',
    HEXKEY_MEDIA_WORKERS: '1',
  });
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
  app = await buildApp(settings, { log, client });
  app.get('/test/known', async () => {
    throw new HexkeyError('too_late', 'It left yesterday.');
  });
  app.get('/test/unknown', async () => {
    throw new Error('secret of the machine room');
  });
  app.post('/test/body', { schema: { body: { type: 'object', required: ['quantity'] } } }, async () => 'ok');
  await app.ready();
});

afterAll(async () => {
  await app.close();
  await rm(data, { recursive: true });
});

describe('a wrong address', () => {
  test('is answered with a page where a person came to it, and as JSON where a program did', async () => {
    const person = await app.inject({ url: '/nowhere', headers: { accept: 'text/html,*/*;q=0.8' } });
    expect([person.statusCode, person.headers['content-type'], person.body]).toEqual([
      404,
      expect.stringContaining('text/html'),
      expect.stringContaining('<title>Nowhere</title>'),
    ]);
    for (const [url, accept] of [
      ['/nowhere', 'application/json'],
      ['/v1/nowhere', 'text/html'],
    ] as const) {
      const program = await app.inject({ url, headers: { accept } });
      expect([program.statusCode, program.json()]).toEqual([
        404,
        expect.objectContaining({ code: 'not_found' }),
      ]);
    }
  });
});

describe('the page', () => {
  test('asks again for its document and keeps its hashed assets for a year', async () => {
    const page = await app.inject('/');
    expect(page.body).toContain('<title>Hexkey</title>');
    expect(page.headers['cache-control']).toBe('no-cache');
    const script = await app.inject('/assets/main-1a2b3c.js');
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  test('runs no script but its own, and may be framed by the shops alone', async () => {
    const policy = String((await app.inject('/')).headers['content-security-policy']);
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).toContain(`frame-ancestors 'self' ${shop} https://b.example;`);
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("img-src 'self' data: blob: https://cdn.example;");
  });

  test('may use the microphone, and is not forced to https where it is not served over it', async () => {
    const { headers } = await app.inject('/');
    expect(headers['permissions-policy']).toContain('microphone=(self)');
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('cross-origin requests', () => {
  const allowed = async (origin: string) =>
    (await app.inject({ url: '/health', headers: { origin } })).headers['access-control-allow-origin'];

  test("a shop's page may read answers", async () => {
    expect(await allowed(shop)).toBe(shop);
  });

  test('another page may not', async () => {
    expect(await allowed('https://elsewhere.example')).toBeUndefined();
  });
});

describe('errors are answered with a code', () => {
  test('as the feature worded them', async () => {
    const answer = await app.inject('/test/known');
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toEqual({ code: 'too_late', message: 'It left yesterday.', retryable: false });
  });

  test('an address that is not there', async () => {
    const answer = await app.inject('/v1/nothing');
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: 'not_found', retryable: false });
  });

  test('a request that does not fit names what is wrong', async () => {
    const answer = await app.inject({ method: 'POST', url: '/test/body', payload: {} });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'bad_request' });
    expect(answer.json().message).toContain('quantity');
  });

  test('broken JSON', async () => {
    const headers = { 'content-type': 'application/json' };
    const answer = await app.inject({ method: 'POST', url: '/test/body', payload: '{"a', headers });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'bad_request' });
  });

  test.each([
    ['an address that cannot be read', '/v1/products/%'],
    ['a part of an address that is too long', `/v1/carriers/${'<b>'.repeat(100)}/events`],
  ])('%s, which is not said again', async (_what, url) => {
    const answer = await app.inject({ method: 'POST', url });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'bad_request', retryable: false });
    expect(answer.body).not.toContain('<b>');
  });

  test.each(['\\u0000', '\\ud83d', '\\ude00'])(
    'a text with %s in it, which no store takes',
    async (character) => {
      const headers = { 'content-type': 'application/json' };
      const payload = `{"quantity":1,"note":"half ${character}"}`;
      const answer = await app.inject({ method: 'POST', url: '/test/body', payload, headers });
      expect(answer.statusCode).toBe(400);
      expect(answer.json()).toMatchObject({ code: 'bad_request' });
    },
  );

  test('a body that is too large', async () => {
    const payload = { quantity: 'x'.repeat(70_000) };
    const answer = await app.inject({ method: 'POST', url: '/test/body', payload });
    expect(answer.statusCode).toBe(413);
    expect(answer.json()).toMatchObject({ code: 'message_too_large' });
  });

  test('what nobody foresaw tells nothing but a number, which the log has with the reason', async () => {
    const answer = await app.inject('/test/unknown');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('machine room');
    const [, id] = /number (\S+)\./.exec(answer.json().message) ?? [];
    expect(lines.find((line) => line.includes('machine room'))).toContain(`"reqId":"${id}"`);
  });

  test('too many requests from one address', async () => {
    const remoteAddress = '198.51.100.7';
    const answers = await Promise.all(
      Array.from({ length: 601 }, () => app.inject({ url: '/v1/nothing', remoteAddress })),
    );
    const refused = answers.filter(({ statusCode }) => statusCode === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.json()).toMatchObject({ code: 'rate_limited', retryable: true });
    expect((await app.inject({ url: '/health', remoteAddress })).statusCode).toBe(200);
    expect((await app.inject({ url: '/', remoteAddress })).statusCode, 'a page loads still').toBe(200);
  });

  test('however an address is written, and whichever address of its network asks', async () => {
    const ask = (url: string, end: number) =>
      app.inject({ url, remoteAddress: `2001:db8:7:7::${end.toString(16)}` });
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, at) => [
        ask('/v1/shop/changes', at * 2),
        ask('/%761/shop/chang%65s', at * 2 + 1),
      ]).flat(),
    );
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([403]));
    expect((await ask('/v%31/shop/changes', 9)).statusCode).toBe(429);
    expect((await app.inject({ url: '/v1/shop/changes', remoteAddress: '2001:db8:7:8::1' })).statusCode).toBe(
      403,
    );
  });

  test('an office full of people loads the page: files do not use up the requests', async () => {
    const remoteAddress = '198.51.100.8';
    const loads = await Promise.all(
      Array.from({ length: 601 }, () => app.inject({ url: '/assets/main-1a2b3c.js', remoteAddress })),
    );
    expect(new Set(loads.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    expect((await app.inject({ url: '/v1/nothing', remoteAddress })).statusCode).toBe(404);
  });

  test('behind the shop’s proxy every visitor counts alone; nobody else is believed about who asks', async () => {
    const asks = (forwarded: string, remoteAddress: string) =>
      app.inject({ url: '/v1/nothing', remoteAddress, headers: { 'x-forwarded-for': forwarded } });
    const left = async (forwarded: string, remoteAddress: string) =>
      (await asks(forwarded, remoteAddress)).headers['x-ratelimit-remaining'];
    expect(await left('203.0.113.20', '192.0.2.1')).toBe('599');
    expect(await left('203.0.113.21', '192.0.2.1')).toBe('599');
    expect(await left('203.0.113.22', '198.51.100.9')).toBe('599');
    expect(await left('203.0.113.23', '198.51.100.9')).toBe('598');
  });
});

describe('the log', () => {
  test('holds a line a request without what was asked for', async () => {
    lines.length = 0;
    await app.inject('/health?name=Maya%20Lindqvist');
    const line = lines.find((entry) => entry.includes('"msg":"request"'));
    expect(line).toContain('"route":"/health"');
    expect(lines.join('')).not.toContain('Maya');
  });
});

describe('for those who run it', () => {
  test('/health names every part', async () => {
    expect((await app.inject('/health/ready')).json()).toEqual({ ok: true, parts: { store: true } });
    expect((await app.inject('/health/live')).json()).toEqual({ ok: true, parts: {} });
  });

  test('/metrics counts errors by code', async () => {
    await app.inject('/test/known');
    const ask = (token: string) =>
      app.inject({ url: '/metrics', headers: { authorization: `Bearer ${token}` } });
    expect((await app.inject('/metrics')).json().code).toBe('forbidden');
    expect((await ask('a token of somebody else')).statusCode).toBe(403);
    const { body } = await ask(metricsToken);
    expect(body).toMatch(/hexkey_errors_total\{code="too_late"\} [1-9]/);
  });

  test('/docs describes the API', async () => {
    const { openapi, info } = (await app.inject('/docs/json')).json();
    expect(openapi).toBe('3.1.0');
    expect(info.title).toBe('Hexkey');
    expect((await app.inject('/docs/')).statusCode).toBe(200);
  });
});
