import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { deskPaths, type TicketDraft } from '#protocol';
import { demoShopper } from '../demo/index.ts';
import { openTestDesk, type TestDesk } from './testing/desk-app.ts';

type Page = Awaited<ReturnType<TestDesk['page']>>;

describe.each(['pglite', 'postgres'] as const)('the desk on %s', (engine) => {
  let app: TestDesk;
  const pages: Page[] = [];
  beforeAll(async () => {
    app = await openTestDesk(engine);
  });
  afterAll(async () => {
    await app.close();
    expect(app.faults).toEqual([]);
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) {
      for (const conversation of await app.staffDesk.heldBy(page.who.member.id))
        await app.staffDesk.close(page.who.member, conversation);
      page.socket.terminate();
    }
  });
  const open = async (role: 'agent' | 'supervisor') => {
    const page = await app.page(role);
    pages.push(page);
    return page;
  };
  const handoffOf = async (page: Page, conversation: string) => {
    const { waiting } = await page.until('queue', (event) =>
      event.waiting.some((entry) => entry.conversation === conversation),
    );
    const entry = waiting.find((one) => one.conversation === conversation);
    if (!entry) throw new Error('nobody waits');
    return entry;
  };
  const taken = async (page: Page) => {
    const shopper = await app.asksForPerson();
    const { handoff } = await handoffOf(page, shopper.id);
    expect(await page.ask({ type: 'accept', handoff })).toMatchObject({ type: 'done' });
    const { view } = await page.until('conversation', (event) => event.view.conversation === shopper.id);
    return { ...shopper, view, handoff };
  };

  it('shows a free member of staff who asks, what they ordered, their last words and their mood', async () => {
    const ana = await open('agent');
    const entry = await handoffOf(ana, (await app.asksForPerson()).id);
    expect(entry).toMatchObject({
      customer: { id: demoShopper, name: expect.stringContaining('Maya') },
      lastWords: 'I want to talk to a person',
      order: { number: expect.stringMatching(/^SO-/) },
      mood: { mood: 'neutral' },
    });
  });

  it('gives a conversation to exactly one of two who accept at once', async () => {
    const [ana, sam] = [await open('agent'), await open('supervisor')];
    const { id } = await app.asksForPerson();
    const [{ handoff }] = await Promise.all([handoffOf(ana, id), handoffOf(sam, id)]);
    const answers = await Promise.all([ana, sam].map((page) => page.ask({ type: 'accept', handoff })));
    expect(answers.map(({ type }) => type).sort()).toEqual(['done', 'refused']);
    expect(answers.find(({ type }) => type === 'refused')).toMatchObject({ code: 'conflict' });
    const winner = answers[0]?.type === 'done' ? ana : sam;
    expect(await app.staffDesk.heldBy(winner.who.member.id)).toContain(id);
    [ana, sam].map((page) => page.forget());
    app.bus.publish('handoff_changed', { conversation: id });
    const { waiting } = await ana.until('queue');
    expect(waiting.map((one) => one.conversation)).not.toContain(id);
  });

  it('tells both sides what is said, and keeps it in the history', async () => {
    const ana = await open('agent');
    const joined: unknown[] = [];
    const stop = app.bus.subscribe('staff_joined', (told) => joined.push(told));
    const { id, say, view } = await taken(ana);
    stop();
    expect(joined).toEqual([{ conversation: id, staff: { name: 'Ana Reyes', call: view.call } }]);
    expect(view.transcript.map(({ who }) => who)).toEqual(['customer', 'hexkey']);
    await ana.ask({ type: 'say', conversation: id, text: 'I am here, Maya' });
    await ana.until('line', ({ line }) => line.text === 'I am here, Maya' && line.who === 'agent');
    await say('hello there');
    await ana.until('line', ({ line }) => line.text === 'hello there' && line.who === 'customer');
    const { history } = await app.dialogue.open(demoShopper, 'en', id);
    expect(history).toContainEqual(
      expect.objectContaining({ who: 'staff', name: 'Ana Reyes', text: 'I am here, Maya' }),
    );
  });

  it('takes a conversation back into its old place', async () => {
    const ana = await open('agent');
    const { id, view } = await taken(ana);
    ana.forget();
    await ana.ask({ type: 'hand_back', conversation: id });
    expect(await ana.until('released')).toEqual({
      type: 'released',
      conversation: id,
      reason: 'handed_back',
    });
    expect((await handoffOf(ana, id)).requestedAt).toBe(view.requestedAt);
    expect(await ana.ask({ type: 'say', conversation: id, text: 'Still there?' })).toMatchObject({
      code: 'conflict',
    });
    const { handoff } = await handoffOf(ana, id);
    await ana.ask({ type: 'accept', handoff });
  });

  it('transfers to a colleague who is there, and to nobody else', async () => {
    const ana = await open('agent');
    const { id } = await taken(ana);
    const absent = await app.signIn('supervisor');
    const to = absent.member.id;
    expect(await ana.ask({ type: 'transfer', conversation: id, to })).toMatchObject({ code: 'conflict' });
    const sam = await open('supervisor');
    sam.send({ type: 'presence', presence: 'away' });
    await ana.until('colleagues', ({ colleagues }) =>
      colleagues.some((one) => one.id === to && one.presence === 'away'),
    );
    expect(await ana.ask({ type: 'transfer', conversation: id, to })).toMatchObject({ code: 'conflict' });
    sam.send({ type: 'presence', presence: 'available' });
    await sam.until('colleagues', ({ colleagues }) =>
      colleagues.some((one) => one.id === to && one.presence === 'available'),
    );
    expect(await ana.ask({ type: 'transfer', conversation: id, to })).toMatchObject({ type: 'done' });
    expect(await sam.until('conversation', ({ view }) => view.conversation === id)).toMatchObject({
      role: 'holder',
    });
    expect((await ana.until('released', ({ conversation }) => conversation === id)).reason).toBe(
      'transferred',
    );
  });

  it('lets supervisors watch, and agents not', async () => {
    const [ana, sam] = [await open('agent'), await open('supervisor')];
    const { id } = await taken(ana);
    expect(await ana.ask({ type: 'watch', conversation: id, watch: true })).toMatchObject({
      code: 'forbidden',
    });
    await sam.ask({ type: 'watch', conversation: id, watch: true });
    expect(await sam.until('conversation', ({ view }) => view.conversation === id)).toMatchObject({
      role: 'watcher',
    });
    await ana.ask({ type: 'say', conversation: id, text: 'Watch me' });
    await sam.until('line', ({ line }) => line.text === 'Watch me');
    expect(await sam.ask({ type: 'say', conversation: id, text: 'Me too' })).toMatchObject({
      code: 'conflict',
    });
  });

  it('shows supervisors alone whom each colleague has', async () => {
    const [ana, sam] = [await open('agent'), await open('supervisor')];
    const { id } = await taken(ana);
    const held = await sam.until('colleagues', ({ colleagues }) =>
      colleagues.some((one) => one.conversations.includes(id)),
    );
    expect(held.colleagues.find((one) => one.conversations.includes(id))?.held).toMatchObject([
      { conversation: id },
    ]);
    for (const event of ana.events)
      if (event.type === 'colleagues')
        expect(event.colleagues.every((one) => one.held === undefined)).toBe(true);
  });

  it('gives everything again to a page that comes back', async () => {
    const ana = await open('agent');
    const { id } = await taken(ana);
    ana.socket.terminate();
    const again = await app.openPage(ana.who.cookie);
    await again.hello();
    expect(await again.until('conversation')).toMatchObject({ role: 'holder', view: { conversation: id } });
    await Promise.all([again.until('queue'), again.until('colleagues'), again.until('figures')]);
    again.socket.terminate();
  });

  it('drafts the ticket from the conversation, writes it, and shows it there', async () => {
    const ana = await open('agent');
    const { id, say } = await taken(ana);
    await say('the third shelf of the wardrobe is cracked');
    await ana.who.ask('POST', deskPaths.notes(id), { text: 'Second time this month' });
    const draft = await ana.who.ask('GET', deskPaths.draft(id));
    expect(draft.body).toMatchObject({
      conversation: id,
      problem: expect.stringContaining('the third shelf of the wardrobe is cracked'),
      order: expect.stringMatching(/^SO-/),
      product: expect.any(String),
      keyLines: expect.arrayContaining([expect.stringMatching(/^Maya.*: the third shelf/)]),
      department: 'technical',
      state: 'open',
    });
    const ticket = await ana.who.ask('POST', deskPaths.tickets, {
      ...(draft.body as TicketDraft),
      part: 'Shelf',
    });
    expect(ticket.body).toMatchObject({
      number: expect.stringMatching(/^T-\d{5}$/),
      part: 'Shelf',
      by: 'Ana Reyes',
    });
    const at = `${deskPaths.tickets}/${ticket.body.number}`;
    const { version } = ticket.body;
    const changed = await ana.who.ask('PUT', at, { ...draft.body, version, state: 'solved' });
    expect(changed.body.state).toBe('solved');
    expect((await ana.who.ask('GET', at)).body).toEqual(changed.body);
    const { view } = await ana.until('conversation', (event) =>
      event.view.tickets.some(({ number }) => number === ticket.body.number),
    );
    expect(view.notes).toMatchObject([{ by: 'Ana Reyes', text: 'Second time this month' }]);
  });

  it('has tickets that two may change at once: the second is told, and loses nothing of the first', async () => {
    const ana = await open('agent');
    const { id } = await taken(ana);
    const draft = (await ana.who.ask('GET', deskPaths.draft(id))).body as TicketDraft;
    const { number, version } = (await ana.who.ask('POST', deskPaths.tickets, draft)).body;
    const at = `${deskPaths.tickets}/${number}`;
    const changes = await Promise.all(
      ['Shelf', 'Door'].map((part) => ana.who.ask('PUT', at, { ...draft, version, part })),
    );
    const [done] = changes.filter(({ status }) => status === 200);
    const [refused] = changes.filter(({ status }) => status !== 200);
    expect(refused).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect((await ana.who.ask('GET', at)).body).toEqual(done?.body);
    const again = { ...draft, version: done?.body.version, part: 'Both' };
    expect((await ana.who.ask('PUT', at, again)).body).toMatchObject({ part: 'Both' });
  });

  it('asks for a rating when it is closed, and takes one', async () => {
    const ana = await open('agent');
    const { id, token } = await taken(ana);
    const asked: string[] = [];
    const stop = app.bus.subscribe('ask_rating', ({ conversation }) => asked.push(conversation));
    await ana.ask({ type: 'close', conversation: id });
    stop();
    expect(asked).toEqual([id]);
    const rate = async (stars: number, bearer: string) =>
      (
        await fetch(`${app.origin}/v1/conversations/${id}/rating`, {
          method: 'POST',
          headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
          body: JSON.stringify({ stars }),
        })
      ).status;
    expect(await rate(6, token)).toBe(400);
    expect(await rate(5, await app.tokenOf('somebody-else'))).toBe(404);
    expect(await rate(4, token)).toBe(204);
    expect(await rate(1, token)).toBe(409);
    expect((await ana.who.ask('GET', '/v1/desk/figures')).body).toMatchObject({
      satisfaction: 4,
      answers: 1,
    });
  });
});
