import fc from 'fast-check';
import type { RouteOptions } from 'fastify';
import { sign, signatureHeader, timestampHeader } from '../../server/orders/carriers/signature.ts';
import { asSchema } from '../../server/testing/schema-values.ts';
import type { Caller, WholeServer } from '../../server/testing/whole-server.ts';
import { valuesOf } from './arbitrary.ts';
import type { Target } from './run-targets.ts';

const callers: Caller[] = ['nobody', 'shopper', 'shop', 'staff'];
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const plain = (value: unknown): [string, string][] =>
  Object.entries(Object(value)).map(([key, one]) => [key, String(one)]);

/** Any request to any route, by anybody; carriers' messages are signed as they must be. */
export function httpTarget(server: WholeServer): Target<unknown[]> {
  // Signing out would leave the others without their session.
  const routes = server.routes.filter(
    ({ method, url }) => method !== 'OPTIONS' && !(method === 'DELETE' && url.endsWith('/session')),
  );
  const partOf = (part: unknown) => {
    const schema = asSchema(part);
    return schema ? valuesOf(schema) : fc.constant(undefined);
  };
  const requests = fc.constantFrom(...routes.keys()).chain((at) => {
    const { params, querystring, body } = routes[at]?.schema ?? {};
    return fc.tuple(
      fc.constant(at),
      fc.constantFrom(...callers),
      partOf(params),
      partOf(querystring),
      partOf(body),
    );
  });
  let visitor = 0;
  return {
    name: 'http',
    inputs: requests,
    async run([at, caller, params, query, body]) {
      const route = routes[Number(at)] as RouteOptions;
      const values = new Map(plain(params));
      const path = route.url.replace(/:(\w+)|\*/g, (_, key: string) =>
        encodeURIComponent((values.get(key) ?? '1').replace(/\p{Cs}/gu, '')),
      );
      const payload = body === undefined ? undefined : JSON.stringify(body);
      const method = [route.method].flat()[0] as Method;
      const answer = await server.app.inject({
        method,
        url: `${path}?${new URLSearchParams(plain(query))}`,
        remoteAddress: `10.${(visitor >> 14) & 127}.${(visitor++ >> 6) & 255}.7`,
        headers: {
          ...server.headersOf[caller as Caller],
          ...(payload !== undefined && { 'content-type': 'application/json' }),
          ...signatureOf(server, method, path, payload),
        },
        ...(payload !== undefined && { payload }),
      });
      const { statusCode, body: text } = answer;
      if (statusCode === 500) throw new Error(`${method} ${route.url}: ${text}`);
      if (statusCode >= 400 && !text.startsWith('{"code":"'))
        throw new Error(`${method} ${route.url} has no code: ${statusCode} ${text.slice(0, 300)}`);
    },
  };
}

function signatureOf(
  server: WholeServer,
  method: Method,
  path: string,
  payload = '',
): Record<string, string> {
  const carrier = /^\/v1\/carriers\/([^/]*)\/events$/.exec(path)?.[1];
  if (carrier === undefined) return {};
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signed = { method, path, timestamp, body: Buffer.from(payload) };
  return { [timestampHeader]: timestamp, [signatureHeader]: sign(server.carrierSecret(carrier), signed) };
}
