import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CallAnswer, CallRequest } from '#protocol';
import { createStaffPort } from '../../server/app/staff-port.ts';
import { ann, type OpenCalls, openCalls, openRouters } from '../../server/calls/testing/open-calls.ts';
import { type Person, phoneDevice } from '../../server/calls/testing/person.ts';
import { Attendance } from '../../server/desk/index.ts';
import { DrivenDialogue } from './driven-dialogue.ts';
import { DrivenSpeech } from './driven-speech.ts';
import { startVoiceServer } from './server.ts';
import { Talker } from './talker.ts';

const routers = openRouters();
let shop: OpenCalls;
let server: Awaited<ReturnType<typeof startVoiceServer>>;
let staff: { name: string; call: string } | undefined;

beforeAll(async () => {
  shop = await openCalls(routers);
  server = await startVoiceServer({
    speech: new DrivenSpeech(),
    dialogue: new DrivenDialogue(),
    staff: createStaffPort({ ...shop, staffOf: async () => staff, customers: new Attendance() }),
    limits: { idleMs: 1_500, maxSessionsPerCustomer: 50 },
  });
});
beforeEach(() => {
  staff = undefined;
});
afterAll(async () => {
  await server.app.close();
  await shop.close();
  await routers.close();
});

let asked = 0;
async function ask(talker: Talker, call: string, request: CallRequest): Promise<CallAnswer | string> {
  asked += 1;
  const id = `ask-${asked}`;
  talker.send({ type: 'call', id, call, request });
  const { event } = await talker.next(
    'call',
    (each) => (each.event.type === 'answer' || each.event.type === 'refused') && each.event.id === id,
  );
  if (event.type === 'answer') return event.answer;
  return event.type === 'refused' ? event.code : event.type;
}

const join: CallRequest = { ask: 'join', device: phoneDevice };

describe('over the voice socket', () => {
  let talker: Talker;
  let resumeToken: string;
  let call: string;
  let agent: Person;
  let talk = 0;

  beforeEach(async () => {
    let ready: Awaited<ReturnType<typeof Talker.enter>>[1];
    [talker, ready] = await Talker.enter(server.address);
    resumeToken = ready.resumeToken;
    talk += 1;
    const conversation = `talk-${talk}`;
    ({ call } = await shop.calls.open(shop.store.db, { conversation, customer: 'ada' }));
    agent = shop.sit(call, ann);
  });

  test('a customer is in a call, under the name they are greeted by', async () => {
    await agent.join();
    expect(await ask(talker, call, join)).toMatchObject({ to: 'join', room: { id: call } });
    expect((await agent.next('peer')).peer).toMatchObject({ role: 'customer', name: 'ada' });
    await agent.get('done', { ask: 'set_camera', torch: 'on' });
    expect(await talker.next('call', ({ event }) => event.type === 'camera_wanted')).toMatchObject({ call });
  });

  test('a cut socket keeps its participant: the customer is away, is back, and missed nothing', async () => {
    await agent.join();
    await ask(talker, call, join);
    const received = talker.received;
    await talker.cut();
    await agent.next('peer', ({ peer }) => peer.away);
    await agent.get('done', { ask: 'hold', held: true });
    const [back, ready] = await Talker.enter(server.address, { resume: { token: resumeToken, received } });
    expect(ready.resumed).toBe(true);
    await agent.next('peer', ({ peer }) => !peer.away);
    const told = await back.next('call', ({ event }) => event.type === 'peer' && event.peer.held);
    expect(told.call).toBe(call);
    const answer = await ask(back, call, { ask: 'room' });
    expect(typeof answer !== 'string' && answer.to === 'room' && answer.room.peers).toHaveLength(2);
    expect(agent.of('peer_left')).toEqual([]);
  });

  test('a customer who says goodbye has left the call', async () => {
    await agent.join();
    await ask(talker, call, join);
    talker.send({ type: 'bye' });
    await agent.next('peer_left');
  });

  test('a socket that is silent because people talk past it is not idle', async () => {
    await ask(talker, call, join);
    const [silent] = await Talker.enter(server.address, { token: 'bob' });
    expect(await silent.closed).toMatchObject({ reason: 'idle' });
    await ask(talker, call, { ask: 'room' });
  });

  test('forged calls, calls of others and drawings too large are refused, and the call goes on', async () => {
    await ask(talker, call, join);
    const { call: bobs } = await shop.calls.open(shop.store.db, { conversation: 'bobs', customer: 'bob' });
    const [other] = await Talker.enter(server.address);
    expect(await ask(other, bobs, join)).toBe('not_found');
    expect(await ask(other, 'forged', join)).toBe('not_found');
    expect(await ask(other, call, { ask: 'end' })).toBe('forbidden');
    talker.socket.send(
      JSON.stringify({ type: 'call', id: 'huge', call, request: { ask: 'draw', junk: 'x'.repeat(100_000) } }),
    );
    expect(await talker.next('error')).toMatchObject({ code: 'message_too_large' });
    expect(await ask(talker, call, { ask: 'room' })).toMatchObject({ to: 'room' });
  });

  test('a drawing of a megabyte ends the socket that sent it, not the call', async () => {
    await agent.join();
    await ask(talker, call, join);
    talker.socket.send('x'.repeat(1_000_000));
    expect((await talker.closed).code).toBe(1009);
    await agent.next('peer', ({ peer }) => peer.away);
    await agent.get('room', { ask: 'room' });
  });
});

describe('what staff do reaches the customer', () => {
  test('who joins, what they write, and the question at the end; Hexkey’s own words are not told twice', async () => {
    const [talker, { conversation }] = await Talker.enter(server.address);
    const by = { id: 'e1', at: '2031-03-03T10:00:00.000Z' };
    shop.bus.publish('staff_joined', { conversation, staff: { name: 'Ann', call: 'call-1' } });
    expect((await talker.next('staff')).staff).toEqual({ name: 'Ann', call: 'call-1' });
    shop.bus.publish('conversation_said', {
      conversation,
      entry: { who: 'shopper', text: 'hello', source: 'text', ...by },
    });
    shop.bus.publish('conversation_said', {
      conversation: 'another',
      entry: { who: 'staff', name: 'Ann', text: 'not for you', source: 'text', ...by },
    });
    shop.bus.publish('conversation_said', {
      conversation,
      entry: { who: 'staff', name: 'Ann', text: 'Hello Ada', source: 'text', ...by },
    });
    expect((await talker.next('said')).entry).toMatchObject({ text: 'Hello Ada' });
    shop.bus.publish('staff_joined', { conversation, staff: null });
    shop.bus.publish('ask_rating', { conversation });
    expect(await talker.next('ask_rating')).toEqual({ type: 'ask_rating', conversation });
    expect(talker.types().filter((type) => type === 'said')).toHaveLength(1);
  });

  test('also when they come while the socket is cut, and to a page that is loaded anew', async () => {
    const [before, { conversation, resumeToken: token }] = await Talker.enter(server.address);
    await before.cut();
    shop.bus.publish('staff_joined', { conversation, staff: { name: 'Ann', call: 'call-2' } });
    const [after] = await Talker.enter(server.address, { resume: { token, received: before.received } });
    expect((await after.next('staff')).staff).toEqual({ name: 'Ann', call: 'call-2' });
    staff = { name: 'Ann', call: 'call-2' };
    const [, ready] = await Talker.enter(server.address, { conversation });
    expect(ready.staff).toEqual(staff);
  });
});
