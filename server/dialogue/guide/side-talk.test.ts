import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLibrary } from '../../guides/index.ts';
import { fromRoot } from '../../paths.ts';
import { openPage } from '../testing/builder.ts';
import { openShop, type Shop } from '../testing/converse.ts';
import { sideTalk, toHexkey } from '../testing/side-talk.ts';
import { createUnderstander } from '../understanding/index.ts';

describe('words heard beside an open guide', () => {
  let shop: Shop;
  beforeAll(async () => {
    const library = await openLibrary(fromRoot('assets', 'guides'), () => {});
    shop = await openShop(await createUnderstander(), 'pglite', library);
  });
  afterAll(() => shop.close());

  /** Those of `said` that are taken the other way than meant, while nothing is asked. */
  async function mistaken(said: readonly string[], meant: boolean): Promise<string[]> {
    const page = await openPage(shop, 'ashby-desk', { step: 4 });
    const heard = await Promise.all(said.map((words) => page.isAddressed(words)));
    return said.filter((_, at) => heard[at] !== meant);
  }

  it('that are for Hexkey are answered', async () => {
    expect(await mistaken(toHexkey.seen, true)).toEqual([]);
  });

  it('that are for somebody else are not', async () => {
    expect(await mistaken(sideTalk.seen, false)).toEqual([]);
  });

  it('of which the rules have seen none: at most one in ten is missed, and one in ten taken', async () => {
    expect((await mistaken(toHexkey.unseen, true)).length).toBeLessThanOrEqual(toHexkey.unseen.length / 10);
    expect((await mistaken(sideTalk.unseen, false)).length).toBeLessThanOrEqual(sideTalk.unseen.length / 10);
  });

  it('count as an answer while the step’s question stands open', async () => {
    const idle = await openPage(shop, 'ashby-desk', { step: 4 });
    const asked = await openPage(shop, 'ashby-desk', { step: 4, asking: true });
    for (const answer of ['yes', 'they do', 'no', 'not quite']) {
      expect(await idle.isAddressed(answer), answer).toBe(false);
      expect(await asked.isAddressed(answer), answer).toBe(true);
    }
    expect(await asked.isAddressed('pass me the screwdriver')).toBe(false);
  });
});
