import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { deskPaths, protocolVersion } from '#protocol';
import { openTestDesk, type TestDesk } from './testing/desk-app.ts';

describe('the desk refuses', () => {
  let app: TestDesk;
  beforeAll(async () => {
    app = await openTestDesk();
  });
  afterAll(() => app.close());

  it('whoever is not signed in', async () => {
    const page = await app.openPage('');
    page.send({ type: 'hello', protocol: protocolVersion });
    expect((await page.until('refused')).code).toBe('not_signed_in');
    expect(await page.closed()).toBe(4401);
  });

  it('whatever asks for no socket, with a code', async () => {
    const answer = await fetch(`${app.origin}/v1/desk`, { headers: { origin: app.origin } });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'bad_request' });
  });

  it('pages of other addresses, though their visitor is signed in', async () => {
    const { cookie } = await app.signIn('agent');
    const socket = new WebSocket(`${app.origin.replace('http', 'ws')}/v1/desk`, {
      headers: { cookie, origin: 'https://evil.example' },
    });
    const [, response] = await once(socket, 'unexpected-response');
    expect(response.statusCode).toBe(403);
  });

  it('a guest whose link is none, and everything of the desk to guests', async () => {
    const page = await app.openPage('');
    page.send({ type: 'hello', protocol: protocolVersion, guest: 'no-link-of-ours' });
    expect((await page.until('refused')).code).toBe('not_signed_in');
    expect(await page.closed()).toBe(4401);
  });

  it('a guest whose link was taken back, and puts out whoever came by one, with the reason', async () => {
    const staff = await app.page('agent');
    const { id } = await app.asksForPerson();
    const { waiting } = await staff.until('queue', (event) =>
      event.waiting.some(({ conversation }) => conversation === id),
    );
    const handoff = waiting.find(({ conversation }) => conversation === id)?.handoff;
    await staff.ask({ type: 'accept', handoff });
    const { view } = await staff.until('conversation', (event) => event.view.conversation === id);
    const link = async (name: string) =>
      (await app.calls.invite(view.call, { name, invitedBy: staff.who.member.id })).token;
    const [inside, unused] = [await link('Bo'), await link('Cy')];
    const guest = await app.openPage('');
    await guest.hello(inside);
    expect(await staff.ask({ type: 'uninvite', conversation: id })).toMatchObject({ type: 'done' });
    expect(await guest.until('refused')).toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('taken the link back'),
    });
    expect(await guest.closed()).toBe(4403);
    for (const token of [inside, unused]) {
      const page = await app.openPage('');
      page.send({ type: 'hello', protocol: protocolVersion, guest: token });
      expect((await page.until('refused')).code).toBe('not_signed_in');
    }
    const another = await app.openPage('');
    await another.hello(await link('Di'));
    another.socket.terminate();
    staff.socket.terminate();
  });

  it('requests before hello, of unknown type, of a wrong shape, and too large', async () => {
    const { cookie } = await app.signIn('agent');
    const page = await app.openPage(cookie);
    page.send({ type: 'accept', id: 'early', handoff: 1 });
    expect((await page.until('refused')).code).toBe('bad_message');
    await page.hello();
    for (const [text, code] of [
      ['{"type":"become_admin","id":"a"}', 'bad_message'],
      ['{"type":"accept","id":"b","handoff":"1; drop table handoffs"}', 'bad_message'],
      ['{"type":"accept","id":"big","handoff":1000000000000}', 'bad_message'],
      ['not json', 'bad_message'],
      [
        JSON.stringify({ type: 'say', id: 'c', conversation: 'x', text: 'x'.repeat(40_000) }),
        'message_too_large',
      ],
    ] as const) {
      page.forget();
      page.socket.send(text);
      expect((await page.until('refused')).code).toBe(code);
    }
    page.send({ type: 'ping', at: 5 });
    expect(await page.until('pong')).toEqual({ type: 'pong', at: 5 });
    page.socket.terminate();
  });

  it('more messages at once than a hand can send', async () => {
    const page = await app.page('agent');
    for (let at = 0; at < 2_000; at++) page.send({ type: 'ping', at });
    expect((await page.until('refused')).code).toBe('rate_limited');
    expect(await page.closed()).toBe(4429);
  });

  it('a conversation that another has, and calls of others', async () => {
    const [ana, sam] = [await app.page('agent'), await app.page('supervisor')];
    const { id } = await app.asksForPerson();
    const { waiting } = await sam.until('queue', (event) => event.waiting.length > 0);
    const handoff = waiting.find(({ conversation }) => conversation === id)?.handoff ?? 0;
    await sam.ask({ type: 'accept', handoff });
    const { view } = await sam.until('conversation');
    for (const request of [
      { type: 'say', conversation: id, text: 'Mine' },
      { type: 'close', conversation: id },
      { type: 'hand_back', conversation: id },
      { type: 'transfer', conversation: id, to: sam.who.member.id },
    ])
      expect(await ana.ask(request)).toMatchObject({ type: 'refused', code: 'conflict' });
    ana.send({ type: 'call', id: 'join', call: view.call, request: { ask: 'leave' } });
    const refused = await ana.until('call');
    expect(refused.event).toMatchObject({ type: 'refused', id: 'join', code: 'forbidden' });
    expect((await ana.who.ask('GET', deskPaths.draft(id))).body.code).toBe('forbidden');
    expect((await ana.who.ask('POST', deskPaths.notes(id), { text: 'peek' })).body.code).toBe('forbidden');
    ana.socket.terminate();
    sam.socket.terminate();
  });

  it('a page whose session has ended', async () => {
    const page = await app.page('agent');
    const closed = page.closed();
    await page.who.ask('DELETE', deskPaths.session);
    expect(await closed).toBe(4401);
  });

  it('what is for supervisors to agents: keeping replies', async () => {
    const [ana, sam] = [await app.signIn('agent'), await app.signIn('supervisor')];
    const reply = { title: 'Hello', text: 'Hello {{customer}}, I am {{agent}}.' };
    expect((await ana.ask('POST', deskPaths.replies, reply)).body.code).toBe('forbidden');
    const unknown = await sam.ask('POST', deskPaths.replies, { title: 'Hello', text: '{{password}}' });
    expect(unknown.body.code).toBe('bad_request');
    const { body } = await sam.ask('POST', deskPaths.replies, reply);
    expect((await ana.ask('GET', deskPaths.replies)).body).toContainEqual(body);
    const at = `${deskPaths.replies}/${body.id}`;
    expect((await sam.ask('PUT', at, { ...reply, title: 'Greeting' })).body.title).toBe('Greeting');
    expect((await sam.ask('DELETE', at)).status).toBe(204);
    expect((await sam.ask('DELETE', at)).body.code).toBe('not_found');
  });
});

it('a page that takes a conversation is shown it once', async () => {
  const app = await openTestDesk();
  const page = await app.page('agent');
  const { id } = await app.asksForPerson();
  const { waiting } = await page.until('queue', (event) => event.waiting.length > 0);
  const handoff = waiting.find(({ conversation }) => conversation === id)?.handoff ?? 0;
  const shown: string[] = [];
  page.socket.on('message', (data) => {
    const event = JSON.parse(String(data));
    if (event.type === 'conversation') shown.push(JSON.stringify(event));
  });
  await page.ask({ type: 'accept', handoff });
  await page.ask({ type: 'say', conversation: id, text: 'Hello' });
  await page.until('conversation', ({ view }) => JSON.stringify(view).includes('Hello'));
  expect(new Set(shown).size).toBe(shown.length);
  page.socket.terminate();
  await app.close();
});
