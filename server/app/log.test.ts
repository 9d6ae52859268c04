import { sql } from 'drizzle-orm';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HexkeyError } from '../errors.ts';
import { errors } from '../plugins/errors.ts';
import { staff } from '../staff/tables.ts';
import { engines, type FreshStore, freshStore } from '../store/testing/fresh-store.ts';
import { createLog } from './log.ts';

const words = 'my neighbour stole the wardrobe';
const email = 'maya.ellison@example.com';
const hash = '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$ZGlnZXN0';
const address = '14 Quay Street';
const secrets = [words, 'neighbour', email, 'ellison', hash, 'argon2id', address, 'Quay'];

function keptLog() {
  const lines: string[] = [];
  const log = createLog('trace', { write: (line: string) => void lines.push(line) });
  return { log, lines, text: () => lines.join('\n') };
}

const account = {
  id: 's-1',
  name: words,
  email,
  role: 'admin',
  password: hash,
  createdAt: new Date(),
} as const;

describe.each(engines)('what is logged of failures of the store on %s', (engine) => {
  let store: FreshStore;
  beforeAll(async () => {
    store = await freshStore(engine);
    await store.db.insert(staff).values(account);
  });
  afterAll(() => store.close());

  it.each([
    ['a row that is there already', () => store.db.insert(staff).values(account)],
    ['a value of the wrong type', () => store.db.execute(sql`select ${words}::integer, ${email}`)],
    ['a value that does not fit', () => store.db.execute(sql`select ${`{"a": ${words}`}::jsonb`)],
    ['a wrong statement', () => store.db.execute(sql`select ${hash} from nowhere where email = ${email}`)],
    ['a literal in a statement', () => store.db.execute(sql.raw(`select '${address}'::date`))],
    [
      'a transaction',
      () =>
        store.db.transaction(async (tx) => {
          await tx.execute(sql`select ${address}::date`);
        }),
    ],
  ])('names the fault and its place, and none of its values: %s', async (_what, fail) => {
    const { log, text } = keptLog();
    const error = await fail().then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(Error);
    log.error({ err: error }, 'request failed');
    log.error(error);
    log.child({ part: 'a child' }).warn({ err: new Error('could not', { cause: error }) }, 'again');
    for (const secret of secrets) expect(text()).not.toContain(secret);
    expect(text()).toMatch(/"code":"(23505|22P02|42P01|22007)"/);
    expect(text()).toContain('log.test.ts');
  });

  it('is the same for a request that fails', async () => {
    const { log, text } = keptLog();
    const app = Fastify({ loggerInstance: log });
    await app.register(errors, {});
    app.post('/fail', async ({ body }) => store.db.execute(sql`select ${JSON.stringify(body)}::integer`));
    const answer = await app.inject({
      method: 'POST',
      url: '/fail',
      payload: { words, email, hash, address },
    });
    expect(answer.statusCode).toBe(500);
    for (const secret of secrets) expect(answer.body + text()).not.toContain(secret);
    expect(text()).toContain('"code":"22P02"');
    await app.close();
  });
});

describe('what is logged of other errors', () => {
  const caught = (fail: () => unknown): unknown => {
    try {
      return fail();
    } catch (error) {
      return error;
    }
  };
  const logged = (error: unknown) => {
    const { log, text } = keptLog();
    log.error({ err: error }, 'failed');
    return text();
  };

  it.each([
    ['text that is no JSON', () => JSON.parse(`{"text": ${words}}`)],
    ['an address that is none', () => new URL(`${words} ${email}`)],
    ['a number that is none', () => BigInt(words)],
    ['an error made for the person who asked', () => new HexkeyError('not_found', `There is no ${words}.`)],
    ['words in quotes in a plain error', () => new Error(`"${words}" by '${email}' at \`${address}\``)],
    [
      'an error with fields of its own',
      () => Object.assign(new Error(words), { query: words, params: [email] }),
    ],
    [
      'a message that looks like a place in the code',
      () => new Error(`no\n    at neighbour (file:///Quay/maya.ellison@example.com:1:1)\n    at ${words}`),
    ],
    ['several in one', () => new AggregateError([new Error(words)], `All failed: "${email}"`)],
    ['something thrown that is no error', () => ({ message: words })],
  ])('holds no words: %s', (_what, fail) => {
    const text = logged(caught(fail));
    for (const secret of secrets) expect(text).not.toContain(secret);
  });

  it('names what a maintainer needs: type, message, code, place and cause', () => {
    const cause = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' });
    const line = JSON.parse(logged(new Error('an account that was just written is not there', { cause })));
    expect(line.err).toMatchObject({
      type: 'Error',
      message: 'an account that was just written is not there',
      cause: { code: 'ECONNREFUSED' },
    });
    expect(line.err.stack[0]).toContain('log.test.ts');
  });
});
