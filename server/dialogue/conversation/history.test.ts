import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HistoryEntry } from '#protocol';
import { demoShopper } from '../../demo/index.ts';
import type { SpokenEntry } from '../contract.ts';
import { createConversations } from '../index.ts';
import { byTable } from '../testing/by-table.ts';
import { monday, openShop, type Shop, talk } from '../testing/converse.ts';

const at = (seconds: number) => new Date(monday.getTime() + seconds * 1000).toISOString();
const staff = (id: string, text: string, seconds: number): SpokenEntry => ({
  who: 'staff',
  id,
  name: 'Ana',
  text,
  source: 'text',
  at: at(seconds),
});
const called = (id: string, text: string, seconds: number): SpokenEntry => ({
  who: 'shopper',
  id,
  text,
  source: 'call',
  at: at(seconds),
});

describe.each(['pglite', 'postgres'] as const)('what people say beside the turns, on %s', (engine) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(byTable, engine);
  });
  afterAll(() => shop.close());

  const wordsOf = (entry: HistoryEntry) => (entry.who === 'hexkey' ? 'reply' : entry.text);

  it('has its place in the history that a reload brings back', async () => {
    const shopper = await talk(shop);
    await shopper.type('hello');
    await shop.dialogue.record(shopper.id, staff('s1', 'I see it', 20));
    await shop.dialogue.record(shopper.id, called('c1', 'The door is crooked', 10));
    const { history } = await shop.dialogue.open(demoShopper, 'en', shopper.id);
    expect(history.map(wordsOf)).toEqual(['hello', 'reply', 'The door is crooked', 'I see it']);
    expect(history.at(-1)).toEqual(staff('s1', 'I see it', 20));
  });

  it('is stored once, however often it is sent', async () => {
    const shopper = await talk(shop);
    await shop.dialogue.record(shopper.id, staff('twice', 'Hello', 5));
    await shop.dialogue.record(shopper.id, staff('twice', 'Hello', 5));
    expect((await shop.dialogue.open(demoShopper, 'en', shopper.id)).history).toHaveLength(1);
  });

  it('is refused for a conversation that is not there', async () => {
    await expect(shop.dialogue.record('nobody', staff('lost', 'Hello', 5))).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('tells staff the last words and how they were said', async () => {
    const conversations = createConversations(shop.store);
    const shopper = await talk(shop);
    await shopper.type('hello');
    const before = (await conversations.facts([shopper.id])).get(shopper.id);
    expect(before).toMatchObject({ customer: demoShopper, language: 'en', lastWords: 'hello' });
    await shop.dialogue.record(shopper.id, called('last', 'it is still crooked', 30));
    await shop.dialogue.record(shopper.id, staff('later', 'Turn it round', 40));
    const story = await conversations.story(shopper.id);
    expect(story?.lastWords).toBe('it is still crooked');
    expect(story?.told.map(({ mood }) => mood !== undefined)).toEqual([true, false, true, false]);
    expect(story?.intents).toHaveLength(1);
  });

  it('counts conversations in which something was said as contacts', async () => {
    const conversations = createConversations(shop.store);
    const before = await conversations.contacts(demoShopper);
    await talk(shop);
    const shopper = await talk(shop);
    await shopper.type('hello');
    expect((await conversations.contacts(demoShopper)).count).toBe(before.count + 1);
  });
});
