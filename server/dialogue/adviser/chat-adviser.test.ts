import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as bodyOf } from 'node:stream/consumers';
import Type from 'typebox';
import Value from 'typebox/value';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ChatAdviserOptions, createChatAdviser } from './chat-adviser.ts';
import type { Question } from './contract.ts';

const Asked = Type.Object({
  model: Type.String(),
  messages: Type.Array(Type.Object({ role: Type.String(), content: Type.String() })),
  tools: Type.Array(
    Type.Object({
      type: Type.Literal('function'),
      function: Type.Object({ name: Type.String(), description: Type.String(), parameters: Type.Unknown() }),
    }),
  ),
});

/** A completion of the protocol that calls these functions. */
const calling = (...calls: [name: string, given: unknown][]) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  choices: [
    {
      index: 0,
      finish_reason: 'tool_calls',
      message: {
        role: 'assistant',
        content: null,
        tool_calls: calls.map(([name, given], at) => ({
          id: `call_${at}`,
          type: 'function',
          function: { name, arguments: typeof given === 'string' ? given : JSON.stringify(given) },
        })),
      },
    },
  ],
});

const requests: { path: string | undefined; key: string | undefined; body: string }[] = [];
let script: (response: ServerResponse) => void = () => undefined;
const answer = (value: unknown) => {
  script = (response) => response.end(typeof value === 'string' ? value : JSON.stringify(value));
};

const server = createServer(async (request: IncomingMessage, response) => {
  requests.push({
    path: request.url,
    key: request.headers.authorization,
    body: await bodyOf(request),
  });
  script(response);
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});
afterEach(() => {
  requests.length = 0;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const failures: string[] = [];
const adviser = (options: Partial<ChatAdviserOptions> = {}) =>
  createChatAdviser({ url, model: 'small', onFailure: (reason) => failures.push(reason), ...options });
const asking = (text: string, personal: string[] = []): Question => ({ text, language: 'en', personal });

describe('a chat endpoint asked what an utterance means', () => {
  it('is sent the model, the key and every skill as a tool with its schema', async () => {
    answer(calling(['track_order', { words: 'my thing', asks_how: false }]));
    await adviser({ key: 'secret' }).ask(asking('whither my thing'));
    const [{ path, key, body } = { path: '', key: '', body: '{}' }] = requests;
    expect([path, key]).toEqual(['/v1/chat/completions', 'Bearer secret']);
    const { model, tools, messages } = Value.Parse(Asked, JSON.parse(body));
    expect(model).toBe('small');
    expect(messages.at(-1)).toEqual({ role: 'user', content: 'whither my thing' });
    const names = tools.map((tool) => tool.function.name);
    expect(names).toContain('cancel_order');
    expect(tools[0]?.function.parameters).toMatchObject({ type: 'object', required: ['words', 'asks_how'] });
  });

  it('is offered no yes, no no and no step of a guide', async () => {
    answer(calling());
    await adviser().ask(asking('whither my thing'));
    const { tools } = Value.Parse(Asked, JSON.parse(requests[0]?.body ?? ''));
    const names = tools.map((tool) => tool.function.name);
    for (const name of ['affirm', 'deny', 'next_step', 'goto_step', 'why_asked'])
      expect(names).not.toContain(name);
  });

  it('is told no names, addresses, e-mail addresses or numbers', async () => {
    answer(calling());
    await adviser().ask(
      asking('Priya Shah here, 12 Elm Close, p.shah@example.org, order 45192, ring 07700 900123', [
        'Priya',
        'Shah',
        '12 Elm Close',
      ]),
    );
    expect(requests[0]?.body).not.toMatch(/Priya|Shah|Elm|example\.org|45192|900123/i);
  });

  it('answers with the words as the shopper said them, numbers too', async () => {
    answer(
      calling(
        ['cancel_order', { words: 'be rid of 00000', asks_how: false }],
        ['track_order', { words: 'whither the desk', asks_how: true }],
      ),
    );
    expect(await adviser().ask(asking('be rid of 45192 and whither the desk'))).toEqual([
      { intent: 'cancel_order', words: 'be rid of 45192', asksHow: false },
      { intent: 'track_order', words: 'whither the desk', asksHow: true },
    ]);
  });

  it('cannot add an order that the shopper did not name', async () => {
    answer(calling(['cancel_order', { words: 'cancel order 99999', asks_how: false }]));
    const text = 'be rid of that old thing';
    expect(await adviser().ask(asking(text))).toEqual([
      { intent: 'cancel_order', words: text, asksHow: false },
    ]);
  });

  it.each([
    ['an unknown function', calling(['affirm', { words: 'do it' }])],
    ['a function of no skill', calling(['drop_tables', { words: 'do it' }])],
    ['arguments that are no JSON', calling(['track_order', '{"words":'])],
    ['arguments of another shape', calling(['track_order', { order: 45192 }])],
    ['words alone', { choices: [{ message: { role: 'assistant', content: 'It is tracked.' } }] }],
    ['another shape', { detail: 'not found' }],
    ['no JSON', '<html>'],
    ['more than anybody reads', `"${'x'.repeat(100_000)}"`],
  ])('is not believed when it answers with %s', async (_what, value) => {
    answer(value);
    expect(await adviser().ask(asking('please do it for me'))).toBeUndefined();
  });

  it('is waited for no longer than it may take', async () => {
    const held: ServerResponse[] = [];
    script = (response) => held.push(response);
    failures.length = 0;
    expect(await adviser({ patience: 30 }).ask(asking('whither my thing'))).toBeUndefined();
    expect(failures).toHaveLength(1);
    for (const response of held) response.destroy();
  });

  it('is left alone for a while after it failed three times, then asked again', async () => {
    script = (response) => {
      response.statusCode = 503;
      response.end();
    };
    let time = 0;
    const tired = adviser({ now: () => time });
    for (let n = 0; n < 5; n++) await tired.ask(asking('whither my thing'));
    expect(requests).toHaveLength(3);
    time = 60_000;
    answer(calling(['track_order', { words: 'my thing', asks_how: false }]));
    expect(await tired.ask(asking('whither my thing'))).toHaveLength(1);
  });
});
