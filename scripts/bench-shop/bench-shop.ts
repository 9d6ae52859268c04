import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Static, TSchema } from 'typebox';
import Value from 'typebox/value';
import type { Language } from '#protocol';
import { buildApp } from '../../server/app.ts';
import { readSettings } from '../../server/config.ts';
import type { Speech } from '../../server/speech/contract.ts';
import { signShopperToken } from './shopper-token.ts';
import { type SpokenTalk, speakTo } from './spoken-talk.ts';
import { type Talk, talkTo } from './talk.ts';

/** The shop's API refused something. */
export class ApiError extends Error {
  readonly status: number;
  constructor(about: string, status: number, body: string) {
    super(`${about}: ${status} ${body.slice(0, 400)}`);
    this.name = 'ApiError';
    this.status = status;
  }
}

/** A server of our own on a fresh embedded store, talked to from outside alone: by its API and its voice socket. */
export interface BenchShop {
  /** With the shop's key; the answer is read by `schema`. Throws `ApiError`. */
  api<Schema extends TSchema>(
    method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    schema: Schema,
    body?: unknown,
  ): Promise<Static<Schema>>;
  /** What that customer may see of their own. Throws `ApiError`. */
  own<Schema extends TSchema>(customer: string, path: string, schema: Schema): Promise<Static<Schema>>;
  /** Opens a conversation of that customer. */
  talk(customer: string, language: Language): Promise<Talk>;
  /** Opens one with a microphone of 16-bit PCM at that rate. */
  speak(customer: string, language: Language, sampleRate: number): Promise<SpokenTalk>;
  close(): Promise<void>;
}

export interface BenchShopOptions {
  /** Fill the store with the demo shop. */
  demo: boolean;
  /** More settings, by their environment names. */
  settings?: Record<string, string>;
  /** Hears in place of the models. */
  speech?: Speech;
}

/** Requests that one pretended address sends before the next one takes over: below what an address is allowed a minute. */
const requestsAnAddress = 300;

export async function openBenchShop({
  demo,
  settings: more = {},
  speech,
}: BenchShopOptions): Promise<BenchShop> {
  const data = await mkdtemp(join(tmpdir(), 'hexkey-bench-'));
  const secret = randomUUID().repeat(2);
  const shopKey = randomUUID().repeat(2);
  const settings = readSettings({
    HEXKEY_MODELS: process.env.HEXKEY_MODELS,
    HEXKEY_DATA: data,
    HEXKEY_DEMO: String(demo),
    HEXKEY_LOG: 'silent',
    HEXKEY_MEDIA_PORT: '0',
    HEXKEY_MEDIA_WORKERS: '1',
    HEXKEY_THREADS: '1',
    // Each shopper comes from an address of their own, as through a proxy: limits count addresses.
    HEXKEY_PROXIES: '127.0.0.1',
    HEXKEY_TOKEN_SECRET: secret,
    HEXKEY_SHOP_KEY: shopKey,
    ...more,
  });
  const app = await buildApp(settings, {
    log: pino({ level: settings.HEXKEY_LOG }),
    ...(speech && { speech }),
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  let requests = 0;
  const address = () => {
    const block = Math.floor(requests++ / requestsAnAddress);
    return `10.${(block >> 16) & 255}.${(block >> 8) & 255}.${block & 255}`;
  };

  const tokenOf = (customer: string) => signShopperToken(customer, secret);

  async function request<Schema extends TSchema>(
    method: string,
    path: string,
    bearer: string,
    schema: Schema,
    body?: unknown,
  ): Promise<Static<Schema>> {
    const response = await fetch(url + path, {
      method,
      headers: {
        authorization: `Bearer ${bearer}`,
        'x-forwarded-for': address(),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new ApiError(`${method} ${path}`, response.status, text);
    return Value.Parse(schema, text === '' ? null : JSON.parse(text));
  }

  return {
    api: (method, path, schema, body) => request(method, path, shopKey, schema, body),
    own: async (customer, path, schema) => request('GET', path, await tokenOf(customer), schema),
    talk: async (customer, language) =>
      talkTo({ url, token: await tokenOf(customer), language, address: address() }),
    speak: async (customer, language, sampleRate) =>
      speakTo({ url, token: await tokenOf(customer), language, address: address(), sampleRate }),
    async close() {
      await app.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}
