import type { RouteOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskPaths } from '#protocol';
import { sign, signatureHeader, timestampHeader } from '../server/orders/carriers/signature.ts';
import { freshPlace } from '../server/store/testing/fresh-store.ts';
import { longestDelay } from '../server/testing/loop-delay.ts';
import { asSchema, exampleOf, hostileTexts, textPlaces } from '../server/testing/schema-values.ts';
import { type Caller, openWholeServer, type WholeServer } from '../server/testing/whole-server.ts';

/** Milliseconds for which one request may keep everybody else waiting. */
const mostMs = 200;
/** What fits into a request's line: Node takes 16 kB of all headers. */
const longestInUrl = 1_000;

/** Written with a percent sign each; longer ones belong to no route. */
const longestParameter = 11;

let server: WholeServer;
beforeAll(async () => {
  server = await openWholeServer(await freshPlace('pglite'));
});
afterAll(() => server.close());

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
interface Probe {
  name: string;
  method: Method;
  url: string;
  body?: unknown;
}

const withBody = (body: unknown) => (body === undefined ? {} : { body });

/** One request for each text that a route takes, with one hostile text in that place and plain ones elsewhere. */
function* probesOf(route: RouteOptions): Generator<Probe> {
  const method = [route.method].flat()[0] as Method;
  const [params, query, body] = [route.schema?.params, route.schema?.querystring, route.schema?.body].map(
    asSchema,
  );
  const plain = { method, ...withBody(body && exampleOf(body)) };
  const name = `${method} ${route.url}`;
  const urlOf = (changed: Record<string, string> = {}) => {
    const values = new Map(Object.entries({ ...Object(params ? exampleOf(params) : {}), ...changed }));
    return route.url.replace(/:(\w+)|\*/g, (_, key: string) =>
      encodeURIComponent(String(values.get(key) ?? '1')),
    );
  };
  for (const key of route.url.match(/(?<=:)\w+/g) ?? [])
    for (const text of [...hostileTexts(longestParameter), ...hostileTexts(longestInUrl)])
      yield { ...plain, name: `${name} :${key}`, url: urlOf({ [key]: wellFormed(text) }) };
  for (const place of query ? textPlaces(query) : [])
    for (const text of hostileTexts(Math.min(place.longest ?? longestInUrl, longestInUrl))) {
      const asked = Object.entries(Object(place.fill(text))).map(([key, value]) => [key, String(value)]);
      yield { ...plain, name: `${name} ?${place.path}`, url: `${urlOf()}?${new URLSearchParams(asked)}` };
    }
  const longestInBody = Math.min(route.bodyLimit ?? 64 * 1024, 64 * 1024) / 3 - 2_000;
  for (const place of body ? textPlaces(body) : [])
    for (const text of hostileTexts(Math.floor(Math.min(place.longest ?? longestInBody, longestInBody))))
      yield { method, name: `${name} ${place.path}`, url: urlOf(), body: place.fill(text) };
}

/** Without halves of characters, which no address can hold. */
const wellFormed = (text: string) => text.replace(/\p{Cs}/gu, '');

/** Of carriers' messages. */
function signatureOf({ method, url, body }: Probe): Record<string, string> {
  const path = new URL(url, 'http://hexkey.example').pathname;
  const carrier = /^\/v1\/carriers\/([^/]*)\/events$/.exec(path)?.[1];
  if (carrier === undefined) return {};
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signed = { method, path, timestamp, body: Buffer.from(JSON.stringify(body)) };
  return { [timestampHeader]: timestamp, [signatureHeader]: sign(server.carrierSecret(carrier), signed) };
}

let visitor = 0;
const ask = (probe: Probe, caller: Caller) =>
  server.app.inject({
    method: probe.method,
    url: probe.url,
    // each from a network of its own: what is measured is the routes, not their limit
    remoteAddress: `10.${(visitor >> 14) & 127}.${(visitor++ >> 6) & 255}.7`,
    headers: {
      ...server.headersOf[caller],
      ...signatureOf(probe),
      ...(probe.body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(probe.body !== undefined && { payload: JSON.stringify(probe.body) }),
  });

/** It ends the session that the others need. */
const endsSession = ({ method, url }: RouteOptions) => method === 'DELETE' && url === deskPaths.session;

/** Who gets furthest with a route. */
async function callerOf(probe: Probe): Promise<Caller> {
  for (const caller of ['staff', 'shop', 'shopper'] as const) {
    const { statusCode } = await ask(probe, caller);
    if (statusCode !== 401 && statusCode !== 403) return caller;
  }
  return 'nobody';
}

/** The answer, and for how long it kept everybody else waiting. */
async function measured(probe: Probe, caller: Caller) {
  let answer: Awaited<ReturnType<typeof ask>> | undefined;
  const ms = await longestDelay(async () => {
    answer = await ask(probe, caller);
  }, mostMs);
  return { ms, status: answer?.statusCode ?? 0, text: answer?.body ?? '' };
}

const isRefused = ({ status, text }: { status: number; text: string }) =>
  status >= 500 || (status >= 400 && !text.startsWith('{"code":"'));

test('no text in any request keeps the others waiting, and every refusal has a code', {
  timeout: 600_000,
}, async () => {
  const slow: string[] = [];
  const uncoded: string[] = [];
  const asked = new Set<string>();
  for (const route of server.routes) {
    const [first] = probesOf(route);
    if (!first || endsSession(route)) continue;
    const caller = await callerOf(first);
    for (const probe of probesOf(route)) {
      asked.add(probe.name);
      const answer = await measured(probe, caller);
      if (answer.ms > mostMs) slow.push(`${probe.name}: ${Math.round(answer.ms)} ms`);
      if (isRefused(answer)) uncoded.push(`${probe.name}: ${answer.status} ${answer.text.slice(0, 200)}`);
    }
  }
  expect({ slow, uncoded, faults: server.faults }).toEqual({ slow: [], uncoded: [], faults: [] });
  expect(asked.size).toBeGreaterThan(150);
});
