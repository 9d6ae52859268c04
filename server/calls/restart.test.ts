import { afterAll, beforeAll, expect, it } from 'vitest';
import { ann, maya, type OpenCalls, openCalls, openRouters } from './testing/open-calls.ts';
import type { Person } from './testing/person.ts';
import { enter, produce, receive, sender } from './testing/streams.ts';

const routers = openRouters();
// After the routers, which say where the worker lies before mediasoup is loaded.
const { observer } = await import('mediasoup');
const workers: number[] = [];
observer.on('newworker', ({ pid }) => workers.push(pid));
let shop: OpenCalls;

beforeAll(async () => {
  shop = await openCalls(routers);
});
afterAll(async () => {
  await shop.close();
  await routers.close();
});

function killWorker(): void {
  const newest = workers.at(-1);
  if (newest === undefined) throw new Error('no worker runs');
  process.kill(newest, 'SIGKILL');
}

/** What a page does by itself when it is told. */
async function comeBack(person: Person, rtpCapabilities: Parameters<typeof receive>[1]): Promise<void> {
  await person.next('media_restarted');
  await receive(person, rtpCapabilities);
  await produce(person, await sender(person), 'microphone');
}

it('when the worker is killed everybody keeps their place, and hears the others again on a new one', async () => {
  const call = await shop.open();
  const people = [shop.sit(call, maya), shop.sit(call, ann)];
  const entered = await Promise.all(people.map(enter));
  for (const person of people) await produce(person, await sender(person), 'microphone');
  const before = await Promise.all(people.map((person) => person.next('consumer')));
  await people[1]?.get('done', {
    ask: 'draw',
    command: {
      op: 'add',
      id: 'kept',
      surface: 'camera',
      colour: 'blue',
      shape: { kind: 'number', at: [0.5, 0.5], value: 1 },
    },
  });

  killWorker();
  await Promise.all(people.map((person, index) => comeBack(person, entered[index]?.rtpCapabilities ?? {})));
  const after = await Promise.all(people.map((person) => person.next('consumer')));

  expect(workers).toHaveLength(2);
  for (const [index, consumer] of after.entries()) expect(consumer.id).not.toBe(before[index]?.id);
  const { room } = (await people[0]?.get('room', { ask: 'room' })) ?? {};
  expect(room?.peers.map(({ id }) => id)).toEqual(entered.map(({ peer }) => peer));
  expect(room?.marks.map(({ id }) => id)).toEqual(['kept']);
  expect(people.flatMap((person) => person.of('peer_left'))).toEqual([]);
});

it('a request that meets the dead worker is worth asking again', async () => {
  const call = await shop.open('talk-2');
  const person = shop.sit(call, maya);
  const { rtpCapabilities } = await enter(person);
  const noticed = new Promise<void>((resolve) => {
    shop.calls.roomNow(call)?.media.router.once('workerclose', resolve);
  });
  killWorker();
  await noticed;
  const asked = await person.ask({ ask: 'open_transport', direction: 'send' });
  expect(asked).toMatchObject({ type: 'refused', code: 'overloaded', retryable: true });
  await comeBack(person, rtpCapabilities);
});
