import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoShopper, prepareDemoShop } from '../../server/demo/index.ts';
import { byTable } from '../../server/dialogue/testing/by-table.ts';
import { monday, shopOver, timeZone } from '../../server/dialogue/testing/converse.ts';
import { openStore, type Store } from '../../server/store/index.ts';
import { startPostgres } from '../../server/store/testing/postgres-server.ts';
import { DrivenSpeech } from './driven-speech.ts';
import { startVoiceServer } from './server.ts';
import { Talker } from './talker.ts';

const order = 'SO-45192';

let folder: string;
let postgres: Awaited<ReturnType<typeof startPostgres>>;
let store: Store;
let shop: ReturnType<typeof shopOver>;
let server: Awaited<ReturnType<typeof startVoiceServer>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hexkey-outage-'));
  await chmod(folder, 0o755);
  postgres = await startPostgres(join(folder, 'postgres'));
  await postgres.server.createDatabase('shop');
  store = await openStore({ DATABASE_URL: `${postgres.url}/shop`, HEXKEY_DATA: folder });
  await prepareDemoShop(store, { timeZone, now: monday });
  shop = shopOver(store, byTable);
  server = await startVoiceServer({
    speech: new DrivenSpeech(),
    dialogue: shop.dialogue,
    verifyToken: async () => demoShopper,
  });
});
afterAll(async () => {
  await server.app.close();
  await store.close();
  await postgres.server.stop();
  await rm(folder, { recursive: true, force: true });
});

const addressChanges = async () =>
  (await shop.orders.get(demoShopper, order))?.events.filter(({ kind }) => kind === 'address_changed').length;

test('a conversation during an outage of the store says so, loses nothing confirmed, and goes on by itself', async () => {
  const [talker, { conversation }] = await Talker.enter(server.address);
  const say = (id: string, text: string) => talker.send({ type: 'text', id, text });
  say('asked', 'send the wardrobe to my office');
  await talker.next('reply');

  await postgres.server.stop();
  say('yes', 'yes');
  expect(await talker.next('error')).toMatchObject({ code: 'store_unavailable', retryable: true, id: 'yes' });
  const stranger = new Talker(server.address);
  stranger.socket.once('open', () => stranger.hello());
  expect(await stranger.next('error')).toMatchObject({ code: 'store_unavailable', retryable: true });
  expect((await stranger.closed).reason).toBe('store_unavailable');

  await postgres.server.start();
  say('yes', 'yes');
  const { reply } = await talker.next('reply');
  expect(reply.card).toMatchObject({ kind: 'address_change', done: true });
  expect(await addressChanges()).toBe(1);
  say('yes again', 'where is my wardrobe');
  await talker.next('reply');
  const { history } = await shop.dialogue.open(demoShopper, 'en', conversation);
  expect(history.map((entry) => entry.who)).toEqual(Array(3).fill(['shopper', 'hexkey']).flat());
});
